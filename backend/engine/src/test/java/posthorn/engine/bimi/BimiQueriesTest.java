package posthorn.engine.bimi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.Target;
import posthorn.engine.outside.CachingDns;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.World;

/// What the check asks, beside what others ask too.
class BimiQueriesTest {

    private static final String ZONE =
            """
            example.org. MX 10 mail.example.org.
            example.org. MX 20 mail.example.net.
            mail.example.org. A 192.0.2.1
            mail.example.net. A 192.0.2.2
            _dmarc.example.org. TXT "v=DMARC1; p=reject"
            """;

    private static List<String> asked(String zone) {
        var asked = new ConcurrentLinkedQueue<Question>();
        var outside = World.read(zone).outside(Clock.systemUTC());
        Dns counting =
                question -> {
                    asked.add(question);
                    return outside.dns().ask(question);
                };

        BimiCheck.check(MarkRoots.builtIn())
                .run(Target.of(DnsName.of("example.org")), outside.with(new CachingDns(counting)));

        return asked.stream().map(Question::toString).toList();
    }

    @Test
    void whereThereIsNothingNoHostIsLookedAt() {
        assertThat(asked(ZONE))
                .containsExactlyInAnyOrder(
                        "_dmarc.example.org TXT",
                        "_dmarc.org TXT",
                        "default._bimi.example.org TXT",
                        "example.org CAA",
                        "org CAA",
                        "example.org MX",
                        "mail.example.org CAA",
                        "mta-sts.example.org CAA");
    }

    @Test
    void whereCaaDecidesTheHostsAreLookedAt() {
        assertThat(asked(ZONE + "example.org. CAA 0 issue \"ca.example\"\n"))
                .contains("mail.example.org A", "_mta-sts.example.org TXT")
                .doesNotContain("org CAA", "mail.example.net CAA");
    }
}
