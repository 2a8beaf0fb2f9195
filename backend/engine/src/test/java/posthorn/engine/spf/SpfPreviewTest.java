package posthorn.engine.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.World;

/// A record tried before it is published.
class SpfPreviewTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final DnsName DOMAIN = DnsName.of("example.org");
    private static final String ZONE =
            """
            example.org.    TXT "v=spf1 +all"
            example.org.    TXT "v=spf1 -all"
            example.org.    TXT "verification=1"
            p.example.net.  TXT "v=spf1 ip4:203.0.113.0/24 -all"
            """;

    private static Outside outside(String zone) {
        return World.read(zone).outside(CLOCK);
    }

    private static SpfResult evaluate(String record, String ip, String zone) {
        var query =
                new SpfQuery(IpText.parse(ip).orElseThrow(), "h.example.org", "a@example.org", "");
        return SpfPreview.evaluate(DOMAIN, record, query, outside(zone));
    }

    @Test
    void judgesTheProposedRecordInPlaceOfAllOthers() {
        var result =
                SpfPreview.check(
                        Target.of(DOMAIN), "v=spf1 include:p.example.net -all", outside(ZONE));

        assertThat(result.findings())
                .extracting(Finding::code)
                .contains("spf.ok", "spf.hardfail")
                .doesNotContain("spf.multiple", "spf.plus-all");
    }

    @Test
    void evaluatesAMailByIt() {
        var record = "v=spf1 include:p.example.net -all";

        assertThat(evaluate(record, "203.0.113.9", ZONE).result()).isEqualTo(Result.PASS);
        assertThat(evaluate(record, "192.0.2.9", ZONE).result()).isEqualTo(Result.FAIL);
    }

    @Test
    void keepsTheOtherTextsOfTheDomain() {
        var dns = SpfPreview.of(DOMAIN, "v=spf1 -all", outside(ZONE).dns());

        assertThat(dns.txt(DOMAIN).records()).hasSize(2);
    }

    @Test
    void triesARecordWhereTheLiveOneCannotBeHad() {
        var zone = "example.org. !TIMEOUT";

        assertThat(evaluate("v=spf1 ip4:192.0.2.9 -all", "192.0.2.9", zone).result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void saysWhatIsWrongWithABrokenProposal() {
        var result = SpfPreview.check(Target.of(DOMAIN), "v=spf1 ipv4:192.0.2.1", outside(ZONE));

        assertThat(result.findings()).extracting(Finding::code).contains("spf.unknown-mechanism");
    }
}
