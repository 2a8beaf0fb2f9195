package posthorn.engine.dnssec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.World;
import posthorn.engine.outside.ZoneReader;

/// The whole check in a world of keys and signatures, each of which may be nonsense.
public final class DnssecTargets {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private DnssecTargets() {}

    public static List<posthorn.engine.fuzz.Target> all() {
        return List.of(
                posthorn.engine.fuzz.Target.utf8(
                        "dnssec-world",
                        DnssecTargets::world,
                        "example.org. SOA ns. host. 1 2 3 4 5\n",
                        "example.org. DS 55648 13 2 ",
                        "a6f5b21502d5e1b13e30ded1e705f2eaaa65d3fdcd8469644545bddac8cc0aca\n",
                        "DS 12345 5 200 ab\n",
                        "example.org. DNSKEY 257 3 13 ",
                        "GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+"
                                + "e+MAnLr+Wi9xMWyQLc8NAA==\n",
                        "DNSKEY 256 3 1 AQ==\n",
                        "DNSKEY \\# 4 01010305\n",
                        "DS \\# 4 00010d02\n",
                        "example.org. RRSIG DNSKEY 13 2 3600 20261215000000 20261117000000 55648 ",
                        "RRSIG MX 13 2 3600 20261120000000 20261020000000 55648 ",
                        "example.org. bWFkZSB1cA==\n",
                        "NSEC3PARAM 1 0 10 ab\n",
                        "NSEC3PARAM 1 0 0 -\n",
                        "example.org. MX 10 mail.example.org.\n",
                        "mail.example.org. A 192.0.2.1\n",
                        "example.org. !SECURE DS DNSKEY SOA MX TXT\n",
                        "example.org. !BOGUS\n",
                        "!BOGUS DNSKEY SOA MX TXT\n",
                        "!TIMEOUT DNSKEY+RRSIG\n",
                        "!NODATA MX+RRSIG\n",
                        ". SOA ns. host. 1 2 3 4 5\n",
                        ". !SECURE SOA\n"));
    }

    /// Whatever a zone holds, the check comes to an end, and from its own transcript to the same.
    private static void world(String text) {
        World world;
        try {
            world = World.read(text);
        } catch (ZoneReader.Unreadable e) {
            assertThat(e.line()).isNotNegative();
            return;
        }
        var target = Target.of(DnsName.of("example.org"));
        var first = DnssecCheck.check().run(target, world.outside(CLOCK));

        var replayed = World.read(first.transcript().text()).outside(CLOCK);

        assertThat(DnssecCheck.check().run(target, replayed).findings())
                .as(text)
                .isEqualTo(first.findings());
    }
}
