package posthorn.engine.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.IpText;
import posthorn.engine.spf.SpfResult.Reason;

/// The limits of RFC 7208 §4.6.4, exactly.
class LimitsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private static SpfResult evaluate(Dns dns) {
        return new SpfEvaluator(dns, CLOCK).evaluate(query());
    }

    private static SpfQuery query() {
        return new SpfQuery(
                IpText.parse("192.0.2.1").orElseThrow(),
                "mail.example.org",
                "alice@example.org",
                "mx.example.net");
    }

    /// A record of `n` includes, none of which matches, in strings of 100 terms.
    private static String includes(int n) {
        var record =
                IntStream.rangeClosed(1, n)
                        .mapToObj(i -> "\"include:i" + i + ".example.net \"")
                        .collect(Collectors.joining(" "));
        var zone = new StringBuilder("example.org. TXT \"v=spf1 \" " + record + " \"~all\"\n");
        for (int i = 1; i <= n; i++) {
            zone.append("i").append(i).append(".example.net. TXT \"v=spf1 -all\"\n");
        }
        return zone.toString();
    }

    @Test
    void tenIncludesAreLegal() {
        var dns = new CountingDns(includes(10));

        var result = evaluate(dns);

        assertThat(result.result()).isEqualTo(Result.SOFTFAIL);
        assertThat(result.lookups()).isEqualTo(10);
        assertThat(dns.asked).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 200})
    void theEleventhTermIsNotLookedUp(int includes) {
        var dns = new CountingDns(includes(includes));

        var result = evaluate(dns);

        assertThat(result.result()).isEqualTo(Result.PERMERROR);
        assertThat(result.reason()).isEqualTo(Reason.TOO_MANY_LOOKUPS);
        assertThat(result.lookups()).isEqualTo(10);
        assertThat(dns.asked).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org. TXT \"v=spf1 include:example.org -all\"",
                "example.org. TXT \"v=spf1 redirect=example.org\"",
                "example.org. TXT \"v=spf1 include:a.example\"\na.example. TXT \"v=spf1 include:example.org\"",
                "example.org. TXT \"v=spf1 include:%{d} include:%{d} -all\""
            })
    void loopsEnd(String zone) {
        var dns = new CountingDns(zone);

        var result = evaluate(dns);

        assertThat(result.reason()).isEqualTo(Reason.TOO_MANY_LOOKUPS);
        assertThat(dns.asked).hasSizeLessThanOrEqualTo(11);
    }

    @Test
    void aTreeOfTensIsCountedAsAWhole() {
        var ten =
                IntStream.range(0, 10)
                        .mapToObj(i -> "include:b" + i + ".example.net")
                        .collect(Collectors.joining(" "));
        var zone = new StringBuilder("example.org. TXT \"v=spf1 \" \"" + ten + " -all\"\n");
        for (int i = 0; i < 10; i++) {
            zone.append(
                    "b"
                            + i
                            + ".example.net. TXT \"v=spf1 a:x"
                            + i
                            + ".example a:y.example -all\"\n");
            zone.append("x" + i + ".example. A 203.0.113.1\n");
        }
        zone.append("y.example. A 203.0.113.2\n");
        var dns = new CountingDns(zone.toString());

        var result = evaluate(dns);

        assertThat(result.reason()).isEqualTo(Reason.TOO_MANY_LOOKUPS);
        assertThat(dns.asked).hasSize(11);
    }

    @Test
    void twoEmptyAnswersAreLegal() {
        var result =
                evaluate(
                        new CountingDns(
                                "example.org. TXT \"v=spf1 a:n1.example mx:n2.example -all\""));

        assertThat(result.result()).isEqualTo(Result.FAIL);
        assertThat(result.voids()).isEqualTo(2);
    }

    @Test
    void theThirdEmptyAnswerIsAnError() {
        var dns =
                new CountingDns(
                        "example.org. TXT \"v=spf1 a:n1.example mx:n2.example exists:n3.example"
                                + " a:n4.example -all\"");

        var result = evaluate(dns);

        assertThat(result.result()).isEqualTo(Result.PERMERROR);
        assertThat(result.reason()).isEqualTo(Reason.TOO_MANY_VOIDS);
        assertThat(dns.asked).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 500})
    void moreThanTenMailHostsAreAnErrorAndNotAskedFor(int hosts) {
        var zone = new StringBuilder("example.org. TXT \"v=spf1 mx -all\"\n");
        for (int i = 0; i < hosts; i++) {
            zone.append("example.org. MX 10 m" + i + ".example.net.\n");
            zone.append("m" + i + ".example.net. A 192.0.2.1\n");
        }
        var dns = new CountingDns(zone.toString());

        var result = evaluate(dns);

        assertThat(result.reason()).isEqualTo(Reason.TOO_MANY_MX);
        assertThat(dns.asked).hasSize(2);
    }

    @Test
    void onlyTenNamesOfTheClientAreBelieved() {
        var zone = new StringBuilder("example.org. TXT \"v=spf1 ptr -all\"\n");
        for (int i = 0; i < 50; i++) {
            zone.append("1.2.0.192.in-addr.arpa. PTR h" + i + ".example.org.\n");
        }
        var dns = new CountingDns(zone.toString());

        var result = evaluate(dns);

        assertThat(result.result()).isEqualTo(Result.FAIL);
        assertThat(dns.asked).hasSize(12);
    }

    @Test
    void givesUpAfterTwentySeconds() {
        var now = new AtomicReference<>(NOON);
        var zone = new CountingDns(includes(10));
        Dns slow =
                question -> {
                    now.updateAndGet(time -> time.plus(Duration.ofSeconds(3)));
                    return zone.ask(question);
                };
        InstantSource source = now::get;

        var result = new SpfEvaluator(slow, source.withZone(ZoneOffset.UTC)).evaluate(query());

        assertThat(result.result()).isEqualTo(Result.TEMPERROR);
        assertThat(result.reason()).isEqualTo(Reason.OUT_OF_TIME);
        assertThat(zone.asked).hasSize(7);
    }
}
