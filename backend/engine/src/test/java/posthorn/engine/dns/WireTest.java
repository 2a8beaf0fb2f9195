package posthorn.engine.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.DnsServer;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.LiveDns;
import posthorn.engine.outside.LiveServers;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Routes;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

/// The check over real sockets: a resolver and two name servers on loopback.
@Timeout(60)
class WireTest {

    private static final InetAddress LOOPBACK = IpText.four("127.0.0.1").orElseThrow();

    private static final String ZONE =
            """
            example.org. SOA ns1.example.net. hostmaster.example.org. 1 3600 900 1209600 3600
            example.org. NS ns1.example.net.
            example.org. NS ns2.example.net.
            ns1.example.net. A 192.0.2.53
            ns2.example.net. A 198.51.100.53
            example.org. MX 10 mx.example.org.
            mx.example.org. A 192.0.2.25
            example.org. TXT "v=spf1 mx -all"
            _dmarc.example.org. TXT "v=DMARC1; p=reject"
            """;

    private final List<DnsServer> running = new ArrayList<>();

    private InetSocketAddress serving(String zone) {
        try {
            var at = new InetSocketAddress(LOOPBACK, 0);
            var server = DnsServer.start(at, new ZoneDns(ZoneReader.read(zone)));
            running.add(server);
            return server.address();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        running.forEach(DnsServer::close);
    }

    private List<Finding> findings(Map<String, String> zones) {
        var routes = new HashMap<InetSocketAddress, InetSocketAddress>();
        zones.forEach((address, zone) ->
                routes.put(
                        new InetSocketAddress(IpText.parse(address).orElseThrow(), 53),
                        serving(zone)));
        var dns = new LiveDns(List.of(serving(ZONE)));
        var others = new Outside(dns, Clock.systemUTC());
        var outside =
                new Outside(
                        dns,
                        new LiveServers(Routes.only(routes)),
                        others.smtp(),
                        others.https(),
                        others.clock());
        return DnsCheck.check().run(Target.of(DnsName.of("example.org")), outside).findings();
    }

    @Test
    void serversThatAgreeAreFine() {
        assertThat(findings(Map.of("192.0.2.53", ZONE, "198.51.100.53", ZONE)))
                .extracting(Finding::code)
                .containsExactly("dns.ok");
    }

    @Test
    void aServerThatRefusesIsLame() {
        var other = "example.org. !REFUSED\n*.example.org. !REFUSED\n";

        assertThat(findings(Map.of("192.0.2.53", ZONE, "198.51.100.53", other)))
                .extracting(Finding::code, Finding::subject)
                .containsExactly(tuple("dns.ns-lame", "ns2.example.net"));
    }

    @Test
    void aServerWithAnotherRecordDiffers() {
        var other = ZONE.replace("p=reject", "p=none");

        assertThat(findings(Map.of("192.0.2.53", ZONE, "198.51.100.53", other)))
                .extracting(Finding::code, Finding::subject)
                .containsExactly(tuple("dns.answers-differ", "_dmarc.example.org"));
    }

    @Test
    void aServerWeDoNotReachIsNoFault() {
        assertThat(findings(Map.of("192.0.2.53", ZONE)))
                .extracting(Finding::code)
                .containsExactly("dns.ok");
    }

    @Test
    void noServerThatWeReachIsUnknown() {
        assertThat(findings(Map.of())).extracting(Finding::code).containsExactly("dns.unanswered");
    }
}
