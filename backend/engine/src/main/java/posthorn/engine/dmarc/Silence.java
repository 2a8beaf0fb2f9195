package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;

/// Whether an answer is missing that would decide something.
final class Silence implements Rule<DmarcFacts> {

    @Override
    public List<Finding> judge(DmarcFacts facts) {
        var names = Stream.concat(undecided(facts), reports(facts)).distinct().toList();
        return names.isEmpty()
                ? List.of()
                : List.of(
                        unknown("dmarc.unreachable", facts.domain())
                                .with("count", names.size())
                                .with("names", names));
    }

    private static Stream<DnsName> undecided(DmarcFacts facts) {
        return switch (facts.discovery()) {
            case Discovery.Open _ ->
                    facts.walk().open().isEmpty()
                            ? Stream.of(facts.domain())
                            : facts.walk().open().stream().map(s -> s.name().child("_dmarc"));
            case Discovery.None _ ->
                    Stream.concat(
                            open(facts.domain(), facts.apex()),
                            open(facts.listOrg().child("_dmarc"), facts.atListOrg().answer()));
            case Discovery.Found _ -> Stream.empty();
        };
    }

    private static Stream<DnsName> open(DnsName name, Answer<?> answer) {
        return answer.isFailed() ? Stream.of(name) : Stream.empty();
    }

    private static Stream<DnsName> reports(DmarcFacts facts) {
        return facts.targets().stream()
                .filter(ReportTarget::isOpen)
                .map(target ->
                        target.authorisation() instanceof Authorisation.Open(var name, _)
                                ? name
                                : target.domain());
    }
}
