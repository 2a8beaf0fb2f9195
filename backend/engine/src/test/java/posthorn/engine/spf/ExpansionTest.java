package posthorn.engine.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;

class ExpansionTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final DnsName DOMAIN = DnsName.of("example.org");
    private static final String ZONE =
            """
            example.org.       TXT "v=spf1 a include:p.example.net ip4:192.0.2.9 mx:example.net ~all ptr"
            example.org.       A 192.0.2.80
            example.org.       AAAA 2001:db8::80
            p.example.net.     TXT "v=spf1 exists:%{i}.x.example.net redirect=q.example.net"
            q.example.net.     TXT "v=spf1 a:gone.example.net -all"
            example.net.       MX 10 mx.example.net.
            mx.example.net.    A 203.0.113.25
            """;

    private static Expansion expand(CountingDns dns) {
        var text = dns.txt(DOMAIN).records().getFirst().joined();
        dns.asked.clear();
        return new Expander(dns, CLOCK, DOMAIN).expand(SpfParser.read(text));
    }

    @Test
    void countsInTheOrderOfEvaluation() {
        var expansion = expand(new CountingDns(ZONE));

        assertThat(expansion.all())
                .extracting(node -> node.term().text(), Node::lookups, Node::total)
                .containsExactly(
                        tuple("a", 1, 1),
                        tuple("include:p.example.net", 4, 5),
                        tuple("exists:%{i}.x.example.net", 1, 3),
                        tuple("redirect=q.example.net", 2, 5),
                        tuple("a:gone.example.net", 1, 5),
                        tuple("-all", 0, 5),
                        tuple("ip4:192.0.2.9", 0, 5),
                        tuple("mx:example.net", 1, 6),
                        tuple("~all", 0, 6),
                        tuple("ptr", 0, 6));
        assertThat(expansion.lookups()).isEqualTo(6);
        assertThat(expansion.voids()).extracting(Node::target).containsExactly("gone.example.net");
    }

    @Test
    void saysWhatEachTermLedTo() {
        var outcomes =
                expand(new CountingDns(ZONE))
                        .all()
                        .collect(
                                Collectors.toMap(
                                        node -> node.term().text(), node -> node.outcome().word()));

        assertThat(outcomes)
                .containsAllEntriesOf(
                        Map.of(
                                "a", "found",
                                "exists:%{i}.x.example.net", "dynamic",
                                "a:gone.example.net", "none",
                                "ip4:192.0.2.9", "literal",
                                "ptr", "unused"));
    }

    @Test
    void theTreeIsEvidence() {
        var finding =
                SpfCheck.check()
                        .run(Target.of(DOMAIN), new Outside(new CountingDns(ZONE), CLOCK))
                        .findings()
                        .stream()
                        .filter(f -> f.code().equals("spf.expansion"))
                        .findFirst()
                        .orElseThrow();

        var include = children(tree(finding)).get(1);
        assertThat(include)
                .containsEntry("domain", "example.org")
                .containsEntry("term", "include:p.example.net")
                .containsEntry("qualifier", "+")
                .containsEntry("lookups", 4L)
                .containsEntry("total", 5L)
                .containsEntry("outcome", "found");
        assertThat(children(include).getLast())
                .containsEntry("domain", "p.example.net")
                .containsEntry("target", "q.example.net");
        assertThat(children(tree(finding)).getFirst())
                .containsEntry("addresses", List.of("192.0.2.80", "2001:db8::80"));
    }

    private static Map<?, ?> tree(Finding finding) {
        return (Map<?, ?>) Objects.requireNonNull(finding.evidence().get("tree"));
    }

    private static List<Map<String, Object>> children(Map<?, ?> node) {
        return ((List<?>) Objects.requireNonNull(node.get("children")))
                .stream().map(ExpansionTest::named).toList();
    }

    private static Map<String, Object> named(Object node) {
        return ((Map<?, ?>) node)
                .entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        e -> String.valueOf(e.getKey()), Map.Entry::getValue));
    }

    @Test
    void aForestOfIncludesIsNotFollowedWithoutEnd() {
        var zone = new StringBuilder("example.org. TXT \"v=spf1 include:l0.example.net -all\"\n");
        for (int i = 0; i < 40; i++) {
            var next = "include:l" + (i + 1) + ".example.net ";
            zone.append(
                    "l"
                            + i
                            + ".example.net. TXT \"v=spf1 \" \""
                            + next.repeat(8)
                            + "\" \"-all\"\n");
        }
        var dns = new CountingDns(zone.toString());

        var expansion = expand(dns);

        assertThat(expansion.lookups()).isGreaterThan(60).isLessThan(200);
        assertThat(dns.asked).hasSizeLessThan(20);
    }

    @Test
    void manyNamesAreNotAskedForWithoutEnd() {
        var terms =
                IntStream.range(0, 500)
                        .mapToObj(i -> "\"a:h" + i + ".example.net \"")
                        .collect(Collectors.joining(" "));
        var dns = new CountingDns("example.org. TXT \"v=spf1 \" " + terms + " \"-all\"\n");

        var expansion = expand(dns);

        assertThat(expansion.lookups()).isEqualTo(500);
        assertThat(dns.asked).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void twoHalvesOfTheAddressSpaceAreTheWhole() {
        var dns =
                new CountingDns(
                        "example.org. TXT \"v=spf1 ip4:64.0.0.0/2 ip4:0.0.0.0/2 ip4:128.0.0.0/1 -all\"");

        var findings = SpfCheck.check().run(Target.of(DOMAIN), new Outside(dns, CLOCK)).findings();

        assertThat(findings).extracting(Finding::code).contains("spf.plus-all");
    }

    @Test
    void aGapInTheAddressSpaceIsNotTheWhole() {
        var dns =
                new CountingDns(
                        "example.org. TXT \"v=spf1 ip4:64.0.0.0/3 ip4:0.0.0.0/2 ip4:128.0.0.0/1 -all\"");

        var findings = SpfCheck.check().run(Target.of(DOMAIN), new Outside(dns, CLOCK)).findings();

        assertThat(findings).extracting(Finding::code).doesNotContain("spf.plus-all");
    }
}
