package posthorn.app.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import posthorn.engine.DomainCheckup;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.Zone;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

/// An outside that a test writes, a clock that a test moves, and two checks that say what the zone
/// tells them to: `watched.example. TXT "CRITICAL spf.missing"`, and the same at `_mx`.
@TestConfiguration(proxyBeanMethods = false)
public class TestWorld {

    /// The clock and the outside of a test, and a way to let due checks run.
    public static final class Stage extends Clock implements Dns {

        private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");
        private volatile Zone zone = ZoneReader.read("");
        private volatile Dns dns = new ZoneDns(() -> zone);

        /// From now on the outside says this.
        public void says(String text) {
            zone = ZoneReader.read(text);
        }

        /// From now on the outside breaks our own program.
        public void breaks() {
            dns =
                    _ -> {
                        throw new IllegalStateException("a fault of ours, made on purpose");
                    };
        }

        /// From now on this answers.
        public void answers(Dns other) {
            dns = other;
        }

        /// The outside is as it was before it broke.
        public void mends() {
            dns = new ZoneDns(() -> zone);
        }

        /// Lets time pass.
        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Answer<Rdata> ask(Question question) {
            return dns.ask(question);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /// Checks whatever is due.
    public static final class Ticks {

        private final Rounds rounds;
        private final Supplier<Rounds> others;

        private Ticks(Rounds rounds, Supplier<Rounds> others) {
            this.rounds = rounds;
            this.others = others;
        }

        /// Those of another node.
        Rounds another() {
            return others.get();
        }

        /// One tick, waited for.
        public void tick() {
            rounds.begin(Runnable::run);
        }
    }

    @Bean
    @Primary
    Stage stage() {
        return new Stage();
    }

    @Bean
    Ticks ticks(Rounds rounds, AutowireCapableBeanFactory beans) {
        return new Ticks(rounds, () -> beans.createBean(Rounds.class));
    }

    @Bean
    @Primary
    DomainCheckup testCheckup() {
        return new DomainCheckup(List.of(check("spf", ""), check("mx", "_mx.")));
    }

    @Bean
    @Primary
    Kinds testKinds() {
        return new Kinds(List.of("spf", "mx"));
    }

    private static Check<Target, Answer<Rdata.Text>> check(String kind, String prefix) {
        return new Check<>(
                kind,
                (target, outside) ->
                        outside.dns()
                                .txt(
                                        prefix.isEmpty()
                                                ? target.domain()
                                                : target.domain().child("_mx")),
                answer -> answer.records().stream().map(Rdata.Text::joined).sorted().toList(),
                List.of(answer -> findings(kind, answer)),
                _ -> List.of(Finding.info(kind + ".ok", "watched.example")));
    }

    private static List<Finding> findings(String kind, Answer<Rdata.Text> answer) {
        return answer.isFailed()
                ? List.of(Finding.unknown(kind + ".unreachable", "watched.example"))
                : answer.records().stream()
                        .map(Rdata.Text::joined)
                        .filter(text -> text.matches("[A-Z]+ [a-z.-]+"))
                        .map(text -> text.split(" "))
                        .map(words ->
                                Finding.of(Severity.valueOf(words[0]), words[1], "watched.example"))
                        .toList();
    }
}
