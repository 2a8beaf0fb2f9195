package posthorn.engine.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.World;
import posthorn.engine.outside.ZoneDns;

/// How many addresses a record lets pass.
class CoverageTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final DnsName DOMAIN = DnsName.of("example.org");

    private static Coverage coverage(String record, String zone) {
        var dns = new ZoneDns(World.read(zone).zone());
        return Coverage.of(new Expander(dns, CLOCK, DOMAIN).expand(SpfParser.read(record)));
    }

    private static Map<String, Object> counts(String record, String zone) {
        return new HashMap<>(coverage(record, zone).counts());
    }

    private static Map<String, Object> counted(String four, String six) {
        return Map.of("ipv4", four, "ipv6", six, "counted", true);
    }

    @Test
    void countsEachAddressOnce() {
        var record =
                "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.128/25 ip4:192.0.3.0/24 ip6:2001:db8::/32";

        assertThat(counts(record, "")).isEqualTo(counted("512", "79228162514264337593543950336"));
    }

    @Test
    void takesOutWhatAnEarlierTermRefuses() {
        assertThat(counts("v=spf1 -ip4:192.0.2.1 ip4:192.0.2.0/24 ip4:192.0.2.1 -all", ""))
                .isEqualTo(counted("255", "0"));
    }

    @Test
    void countsTheWholeSpace() {
        assertThat(counts("v=spf1 +all", ""))
                .isEqualTo(counted("4294967296", BigInteger.TWO.pow(128).toString()));
    }

    @Test
    void countsWhatAnIncludeLetsPassAndWidensMailHosts() {
        var zone =
                """
                p.example.net. TXT "v=spf1 -ip4:203.0.113.7 ip4:203.0.113.0/28 ?all"
                example.org.   MX 10 mx.example.org.
                mx.example.org. A 198.51.100.25
                mx.example.org. AAAA 2001:db8::25
                """;

        assertThat(counts("v=spf1 include:p.example.net mx/30//127 ~all", zone))
                .isEqualTo(counted("19", "2"));
    }

    @Test
    void endsWhereTheRecordBecomesAnError() {
        var counts = counts("v=spf1 ip4:192.0.2.1 include:gone.example.net ip4:192.0.2.2", "");

        assertThat(counts).isEqualTo(counted("1", "0"));
    }

    @Test
    void saysWhenATermDiffersWithEachMail() {
        assertThat(counts("v=spf1 ip4:192.0.2.1 exists:%{i}.example.net -all", ""))
                .containsEntry("counted", false)
                .containsEntry("ipv4", "1");
    }

    @Test
    void countsNobodyForABrokenRecord() {
        assertThat(counts("v=spf1 ip4:192.0.2.1 ipv4:192.0.2.2", "")).isEqualTo(counted("0", "0"));
    }

    /// Random terms over 256 addresses, compared with what each address gets when evaluated.
    @Test
    void agreesWithTheEvaluatorForEveryAddress() {
        long seed = 20261125;
        var random = new Random(seed);
        for (int run = 0; run < 60; run++) {
            var zone = "p.example.net. TXT \"" + record(random, false) + "\"\n";
            var record = record(random, true);
            var dns = new ZoneDns(World.read(zone + "example.org. TXT \"" + record + "\"").zone());
            var passing = new BitSet();
            for (int last = 0; last < 256; last++) {
                var ip = IpText.parse("192.0.2." + last).orElseThrow();
                var query = new SpfQuery(ip, "h.example.org", "a@example.org", "");
                var result = new SpfEvaluator(dns, CLOCK).evaluate(query).result();
                passing.set(last, result == Result.PASS);
            }

            assertThat(coverage(record, zone).passes().four().size().intValue())
                    .as("seed %s, run %s: %s | %s", seed, run, record, zone)
                    .isEqualTo(passing.cardinality());
        }
    }

    private static String record(Random random, boolean includes) {
        var terms = new ArrayList<>(List.of("v=spf1"));
        int most = random.nextInt(8);
        for (int i = 0; i < most; i++) {
            var sign = List.of("", "-", "~", "?").get(random.nextInt(4));
            boolean opens = includes && random.nextInt(3) == 0;
            terms.add(
                    sign
                            + (opens
                                    ? "include:p.example.net"
                                    : "ip4:192.0.2.%d/%d"
                                            .formatted(
                                                    random.nextInt(256), 24 + random.nextInt(9))));
        }
        terms.add(random.nextBoolean() ? "-all" : "~all");
        return String.join(" ", terms);
    }

    @Test
    void meetsWhatSharesAnAddress() {
        var one = coverage("v=spf1 ip4:192.0.2.0/24", "").passes();

        assertThat(one.meets(coverage("v=spf1 ip4:192.0.2.255", "").passes())).isTrue();
        assertThat(one.meets(coverage("v=spf1 ip4:192.0.3.0", "").passes())).isFalse();
    }
}
