package posthorn.engine.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;
import posthorn.engine.spf.SpfResult.Reason;
import posthorn.engine.spf.SpfResult.Step;

class SpfEvaluatorTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private static SpfResult evaluate(String zone, String ip, String sender) {
        var query =
                new SpfQuery(
                        IpText.parse(ip).orElseThrow(),
                        "mail.example.org",
                        sender,
                        "mx.example.net");
        return new SpfEvaluator(new ZoneDns(ZoneReader.read(zone)), CLOCK).evaluate(query);
    }

    @Test
    void tellsTheWayToTheTermThatMatched() {
        var zone =
                """
                example.org.       TXT "v=spf1 mx include:a.example.net -all"
                example.org.       MX 10 mail.example.org.
                mail.example.org.  A 192.0.2.25
                a.example.net.     TXT "v=spf1 redirect=b.example.net"
                b.example.net.     TXT "v=spf1 ip4:203.0.113.0/24 -all"
                """;

        var result = evaluate(zone, "203.0.113.9", "alice@example.org");

        assertThat(result.result()).isEqualTo(Result.PASS);
        assertThat(result.path())
                .containsExactly(
                        new Step("example.org", "include:a.example.net"),
                        new Step("a.example.net", "redirect=b.example.net"),
                        new Step("b.example.net", "ip4:203.0.113.0/24"));
        assertThat(result.matched()).map(Step::domain).contains("b.example.net");
        assertThat(result.lookups()).isEqualTo(3);
    }

    @Test
    void tellsWhereARecordIsBroken() {
        var zone =
                """
                example.org.    TXT "v=spf1 include:a.example.net -all"
                a.example.net.  TXT "v=spf1 ip4:203.0.113.1 oops -all"
                """;

        var result = evaluate(zone, "203.0.113.9", "alice@example.org");

        assertThat(result.result()).isEqualTo(Result.PERMERROR);
        assertThat(result.reason()).isEqualTo(Reason.SYNTAX);
        assertThat(result.path().getLast()).isEqualTo(new Step("a.example.net", "oops"));
        assertThat(result.matched()).isEmpty();
    }

    @Test
    void theFailOfAnIncludeRefusesNobody() {
        var zone =
                """
                example.org.    TXT "v=spf1 include:a.example.net ip4:192.0.2.25 ~all"
                a.example.net.  TXT "v=spf1 -all"
                """;

        assertThat(evaluate(zone, "192.0.2.25", "alice@example.org").result())
                .isEqualTo(Result.PASS);
        assertThat(evaluate(zone, "192.0.2.26", "alice@example.org").result())
                .isEqualTo(Result.SOFTFAIL);
    }

    @Test
    void anEmptySenderIsJudgedByTheHeloName() {
        var result =
                evaluate("mail.example.org. TXT \"v=spf1 ip4:192.0.2.25 -all\"", "192.0.2.25", "");

        assertThat(result.result()).isEqualTo(Result.PASS);
    }

    @Test
    void anIpv4AddressInIpv6ClothesIsIpv4() {
        var zone = "example.org. TXT \"v=spf1 ip4:192.0.2.25 -all\"";

        assertThat(evaluate(zone, "::ffff:192.0.2.25", "alice@example.org").result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void explainsARefusalWithMacros() {
        var zone =
                """
                example.org.      TXT "v=spf1 -all exp=why.%{d}"
                why.example.org.  TXT "%{i} may not send for %{o}, said %{r} at %{t}"
                """;

        var result = evaluate(zone, "192.0.2.25", "alice@example.org");

        assertThat(result.explanation())
                .isEqualTo(
                        "192.0.2.25 may not send for example.org, said mx.example.net at 1795521600");
    }

    @Test
    void silenceOfTheDnsIsTemporary() {
        var result = evaluate("example.org. !TIMEOUT", "192.0.2.25", "alice@example.org");

        assertThat(result.result()).isEqualTo(Result.TEMPERROR);
        assertThat(result.reason()).isEqualTo(Reason.DNS_FAILED);
    }

    @Test
    void theSeedsOwnHostPassesByItsRecord() {
        var zone =
                """
                ladegast.net.       TXT "v=spf1 a mx -all"
                ladegast.net.       A 94.130.75.205
                ladegast.net.       AAAA 2a01:4f8:c0c:2dfa::2
                ladegast.net.       MX 10 mail.ladegast.net.
                mail.ladegast.net.  A 94.130.75.205
                mail.ladegast.net.  AAAA 2a01:4f8:c0c:2dfa::2
                """;

        assertThat(evaluate(zone, "94.130.75.205", "alice@ladegast.net").result())
                .isEqualTo(Result.PASS);
        assertThat(evaluate(zone, "2a01:4f8:c0c:2dfa::2", "alice@ladegast.net").result())
                .isEqualTo(Result.PASS);
        assertThat(evaluate(zone, "192.0.2.1", "alice@ladegast.net").result())
                .isEqualTo(Result.FAIL);
    }
}
