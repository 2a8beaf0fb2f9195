package posthorn.engine.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;
import posthorn.engine.outside.CachingDns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Registry;
import posthorn.engine.outside.Servers;
import posthorn.engine.outside.World;

/// What the check asks of resolvers and of name servers.
class QueriesTest {

    private static final DnsName DOMAIN = DnsName.of("example.org");

    private static final String ORDINARY =
            """
            example.org. SOA ns1.example.net. hostmaster.example.org. 1 3600 900 1209600 3600
            example.org. NS ns1.example.net.
            example.org. NS ns2.example.net.
            ns1.example.net. A 192.0.2.53
            ns1.example.net. AAAA 2001:db8::53
            ns2.example.net. A 198.51.100.53
            example.org. MX 10 mx.example.org.
            mx.example.org. A 192.0.2.25
            example.org. TXT "v=spf1 mx -all"
            org. NS a.registry.example.net.
            a.registry.example.net. A 203.0.113.1
            """;

    private final ConcurrentLinkedQueue<String> resolver = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> servers = new ConcurrentLinkedQueue<>();

    private CheckResult check(String zone) {
        var world = World.read(zone).outside(Clock.systemUTC());
        var dns =
                new CachingDns(question -> {
                    resolver.add(question.toString());
                    return world.dns().ask(question);
                });
        Servers counting =
                (server, question, transport) -> {
                    servers.add(question + " " + transport);
                    return world.servers().ask(server, question, transport);
                };
        var outside = new Outside(dns, counting, world.smtp(), world.https(), world.clock());
        return DnsCheck.check().run(Target.of(DOMAIN), outside);
    }

    @Test
    void ofAnOrdinaryDomainAreFew() {
        check(ORDINARY);

        assertThat(resolver)
                .containsExactlyInAnyOrder(
                        "example.org SOA",
                        "example.org NS",
                        "org NS",
                        "a.registry.example.net A",
                        "ns1.example.net A",
                        "ns1.example.net AAAA",
                        "ns2.example.net A",
                        "ns2.example.net AAAA",
                        "example.org MX",
                        "mail.example.org CNAME",
                        "autodiscover.example.org CNAME",
                        "autoconfig.example.org CNAME",
                        "mta-sts.example.org CNAME",
                        "_dmarc.example.org CNAME",
                        "mx.example.org CNAME",
                        "no-such-name-here.example.org CNAME",
                        "no-such-name-here.example.org MX",
                        "no-such-name-here.example.org TXT");
        assertThat(servers)
                .containsExactlyInAnyOrder(
                        "example.org NS UDP", // the zone above
                        "example.org SOA UDP",
                        "example.org SOA UDP",
                        "example.org SOA UDP",
                        "example.org NS UDP",
                        "example.org NS UDP",
                        "example.org MX UDP",
                        "example.org MX UDP",
                        "example.org TXT UDP",
                        "example.org TXT UDP",
                        "_dmarc.example.org TXT UDP",
                        "_dmarc.example.org TXT UDP",
                        "example.org SOA TCP",
                        "example.org SOA TCP",
                        "example.org CNAME UDP");
    }

    @Test
    void toARegistryAreAboutTheRegisteredDomainOnly() {
        var asked = new ConcurrentLinkedQueue<DnsName>();
        var world = World.read(ORDINARY).outside(Clock.systemUTC());
        Registry counting =
                domain -> {
                    asked.add(domain);
                    return world.registry().of(domain);
                };
        var outside =
                new Outside(
                        world.dns(),
                        world.servers(),
                        world.smtp(),
                        world.https(),
                        counting,
                        world.clock());

        for (var name : List.of("a.b.example.co.uk", "news.example.org", "co.uk", "github.io")) {
            DnsCheck.check().run(Target.of(DnsName.of(name)), outside);
        }

        assertThat(asked).containsExactly(DnsName.of("example.co.uk"), DnsName.of("example.org"));
    }

    private static String numbered(String line, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> line.replace("#", Integer.toString(i)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void ofADelegationWithoutEndAreLimited() {
        var names = numbered("example.org. NS n#.example.net.", 60);
        var addresses =
                IntStream.range(0, 60)
                        .mapToObj(i -> numbered("n" + i + ".example.net. A 198.51.100.#", 100))
                        .collect(Collectors.joining());

        check(ORDINARY + names + addresses);

        assertThat(resolver).hasSizeLessThanOrEqualTo(45);
        assertThat(servers)
                .hasSizeLessThanOrEqualTo(
                        ZoneServers.MOST_NAMES * (ZoneServers.MOST_ADDRESSES + 1)
                                + ZoneServers.MOST_COMPARED * 4
                                + 2);
    }

    @Test
    void ofAliasesWithoutEndAreLimited() {
        var result = check(ORDINARY + chain("mail", 200));

        assertThat(result.findings()).extracting(Finding::code).contains("dns.cname-loop");
        assertThat(resolver).hasSizeLessThanOrEqualTo(40);
    }

    private static String chain(String from, int length) {
        var lines =
                IntStream.range(0, length)
                        .mapToObj(
                                i -> "c%d.example.com. CNAME c%d.example.com.".formatted(i, i + 1))
                        .toList();
        return from + ".example.org. CNAME c0.example.com.\n" + String.join("\n", lines) + "\n";
    }

    @Test
    void goToNobodyWithAPrivateAddress() {
        check(
                """
                example.org. SOA ns1.example.org. hostmaster.example.org. 1 3600 900 1209600 3600
                example.org. NS ns1.example.org.
                ns1.example.org. A 127.0.0.1
                ns1.example.org. A 10.0.0.1
                ns1.example.org. AAAA ::1
                org. NS ns.example.com.
                ns.example.com. A 169.254.169.254
                """);

        assertThat(servers).isEmpty();
    }
}
