package posthorn.engine.dns;

import static posthorn.engine.check.Finding.notice;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Rdata;

/// Records that mail needs live neither for seconds, which is load, nor for days, which makes every
/// repair slow.
final class Lifetimes implements Rule<DnsFacts> {

    private static final long SHORTEST = 60;
    private static final long LONGEST = 2 * 86_400;

    private record Life(String what, long ttl) {

        boolean isExtreme() {
            return ttl != Answer.UNTOLD && (ttl < SHORTEST || ttl > LONGEST);
        }

        @Override
        public String toString() {
            return what + " " + ttl;
        }
    }

    @Override
    public List<Finding> judge(DnsFacts facts) {
        var extreme =
                facts.cut().stream()
                        .flatMap(cut -> cut.copies().stream())
                        .flatMap(Lifetimes::lives)
                        .filter(Life::isExtreme)
                        .map(Life::toString)
                        .distinct()
                        .toList();
        return extreme.isEmpty()
                ? List.of()
                : List.of(
                        notice("dns.ttl-extreme", facts.target().domain())
                                .with("lifetimes", extreme));
    }

    private static Stream<Life> lives(Copies copies) {
        var what = copies.name() + " " + copies.type();
        return copies.counting()
                .map(Copies.Copy::answer)
                .filter(Answer.Data.class::isInstance)
                .map(answer -> new Life(what, ((Answer.Data<Rdata>) answer).ttl()));
    }
}
