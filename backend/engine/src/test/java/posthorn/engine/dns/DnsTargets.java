package posthorn.engine.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.fuzz.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.World;
import posthorn.engine.outside.ZoneReader;

/// The whole check, in a world that makes no sense.
public final class DnsTargets {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private DnsTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.latin1(
                        "dns-zone",
                        DnsTargets::check,
                        """
                        example.org. SOA ns1.example.org. h.example.org. 1 3600 900 1209600 3600
                        example.org. NS ns1.example.org.
                        example.org. NS ns2.example.org.
                        ns1.example.org. A 192.0.2.53
                        ns2.example.org. A 198.51.100.53
                        org. NS ns1.example.org.
                        """,
                        "example.org. ",
                        "ns2.example.org. ",
                        "mail.example.org. ",
                        "_dmarc.example.org. ",
                        "*.example.org. ",
                        "org. ",
                        ". ",
                        "CNAME mail.example.org.\n",
                        "CNAME example.org.\n",
                        "NS mail.example.org.\n",
                        "MX 10 mail.example.org.\n",
                        "MX 0 .\n",
                        "TXT \"v=spf1 -all\"\n",
                        "A 192.0.2.53\n",
                        "A 127.0.0.1\n",
                        "AAAA 2001:db8::53\n",
                        "SOA . . 2026112401 1 1 1 1\n",
                        "!SERVFAIL\n",
                        "!REFUSED\n",
                        "!TIMEOUT\n",
                        "!NXDOMAIN\n",
                        "$SERVER 192.0.2.53\n",
                        "$SERVER 198.51.100.53 no-aa\n",
                        "$SERVER 198.51.100.53 tcp\n",
                        "$RDAP example.org\n",
                        "expires 2026-11-30T00:00:00Z\n",
                        "status pending delete\n",
                        "$END\n"));
    }

    private static void check(String text) {
        World world;
        try {
            world = World.read(text);
        } catch (ZoneReader.Unreadable e) {
            return;
        }
        var target = posthorn.engine.check.Target.of(DnsName.of("example.org"));

        var result = DnsCheck.check().run(target, world.outside(CLOCK));

        var again = World.read(result.transcript().text()).outside(CLOCK);
        assertThat(DnsCheck.check().run(target, again).findings()).isEqualTo(result.findings());
        assertThat(result.findings().stream().filter(f -> f.code().equals("dns.ok")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(result.findings()).extracting(Finding::code).allMatch(c -> c.startsWith("dns."));
    }
}
