package posthorn.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import posthorn.app.domains.Domain;
import posthorn.app.monitoring.Past;
import posthorn.engine.DomainCheckup;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.World;

/// What some domains of the demo said earlier. The past is invented, and marked so; what the checks
/// said about it is not: they were run on the zones as they are written here.
@Component
@ConditionalOnBooleanProperty("posthorn.demo")
class DemoPast {

    /// A text that stood in a zone file in place of today's, between two days before today.
    private record Earlier(
            String domain, String file, String today, String then, int from, int to) {

        String in(String text) {
            return text.replace(today, then);
        }
    }

    private static final Duration DAY = Duration.ofDays(1);

    private static final List<Earlier> EARLIER =
            List.of(
                    earlier("healthy.example", "\"v=spf1 mx -all\"", "\"v=spf1 mx ~all\"", 40, 9),
                    earlier("healthy.example", "", "", 9, 0),
                    earlier("plus-all.example", "+all\"", "-all\"", 30, 0),
                    earlier(
                            "two-spf.example",
                            "@                        TXT    \"v=spf1 include:",
                            "old                      TXT    \"v=spf1 include:",
                            21,
                            0),
                    new Earlier(
                            "listed.example", "lists.zone", "66.113.0.203 ", "1.2.0.192 ", 30, 0));

    private final DemoWorld world;
    private final DomainCheckup checkup;
    private final Past past;
    private final Outside today;
    private final Clock clock;

    DemoPast(DemoWorld world, DomainCheckup checkup, Past past, Outside today, Clock clock) {
        this.world = world;
        this.checkup = checkup;
        this.past = past;
        this.today = today;
        this.clock = clock;
    }

    /// Writes down what was seen of a domain before today.
    void write(Domain domain) {
        EARLIER.stream()
                .filter(earlier -> earlier.domain().equals(domain.name().text()))
                .forEach(earlier -> write(domain, earlier));
    }

    private void write(Domain domain, Earlier earlier) {
        var now = clock.instant();
        for (var result : checkup.run(domain.target(), outside(earlier), _ -> {})) {
            past.add(
                    domain,
                    result,
                    now.minus(DAY.multipliedBy(earlier.from())),
                    now.minus(DAY.multipliedBy(earlier.to())));
        }
    }

    /// Zones as they were then; the hosts behind them are those of today.
    private Outside outside(Earlier earlier) {
        var then = World.read(texts(earlier).values()).outside(clock);
        return new Outside(
                then.dns(), then.servers(), today.smtp(), today.https(), then.registry(), clock);
    }

    private Map<String, String> texts(Earlier earlier) {
        var texts = new TreeMap<>(world.texts());
        texts.computeIfPresent(earlier.file(), (_, text) -> earlier.in(text));
        return texts;
    }

    private static Earlier earlier(String domain, String today, String then, int from, int to) {
        return new Earlier(domain, domain + ".zone", today, then, from, to);
    }
}
