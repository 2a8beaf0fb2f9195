package posthorn.engine;

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

/// What the checks of encryption ask, all of them together.
class TransportQueriesTest {

    private static final List<String> KINDS = List.of("tls", "mtasts", "tlsrpt", "dane");

    private static final String ZONE =
            """
            example.org. MX 10 mx1.example.org.
            example.org. MX 20 mx2.example.org.
            mx1.example.org. A 192.0.2.1
            mx2.example.org. A 192.0.2.2
            """;

    @Test
    void askFourQuestionsBesideThoseAboutMailHosts() {
        var asked = new ConcurrentLinkedQueue<Question>();
        var outside = World.read(ZONE).outside(Clock.systemUTC());
        Dns counting =
                question -> {
                    asked.add(question);
                    return outside.dns().ask(question);
                };
        var shared = outside.with(new CachingDns(counting));

        DomainChecks.all().stream()
                .filter(check -> KINDS.contains(check.kind()))
                .forEach(check -> check.run(Target.of(DnsName.of("example.org")), shared));

        assertThat(asked.stream().map(Question::toString))
                .containsExactlyInAnyOrder(
                        "example.org MX",
                        "mx1.example.org A",
                        "mx1.example.org AAAA",
                        "mx2.example.org A",
                        "mx2.example.org AAAA",
                        "_mta-sts.example.org TXT",
                        "_smtp._tls.example.org TXT",
                        "_25._tcp.mx1.example.org TLSA",
                        "_25._tcp.mx2.example.org TLSA");
    }
}
