package posthorn.engine.authres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.authres.AuthResultsField.Form;

class AuthResultsWriterTest {

    private static final long SEED = Long.getLong("fuzz.seed", 8601);
    private static final AuthResultsWriter WRITER = AuthResultsWriter.of("mx.example.org");

    private static AuthResult spf(String mailFrom) {
        return AuthResult.verified(
                "spf", "pass", List.of(new Property("smtp", "mailfrom", mailFrom)));
    }

    private static AuthResultsField read(String field) {
        assertThat(field).startsWith(AuthResultsWriter.NAME.stripTrailing());
        return AuthResultsField.read(field.substring(AuthResultsWriter.NAME.length() - 1));
    }

    @Test
    void saysNoneWhenNothingWasDone() {
        assertThat(WRITER.field(List.of()))
                .isEqualTo("Authentication-Results: mx.example.org; none");
    }

    @Test
    void putsEachResultOnALineOfItsOwnUnlessItFits() {
        var dkim =
                AuthResult.verified(
                                "dkim",
                                "fail",
                                List.of(
                                        new Property("header", "d", "example.com"),
                                        new Property("header", "b", "gfT/i2HB")))
                        .because("the signature does not match what was signed; look at Subject");

        assertThat(WRITER.field(List.of(spf("alice@example.com"), dkim)))
                .isEqualTo(
                        """
                        Authentication-Results: mx.example.org;\r
                         spf=pass smtp.mailfrom=alice@example.com;\r
                         dkim=fail reason="the signature does not match what was signed; look at\r
                         Subject" header.d=example.com header.b="gfT/i2HB\"\
                        """
                                .replace("\\r", "\r"));
    }

    @Test
    void writesTheArcFormWithItsInstance() {
        assertThat(WRITER.arcField(3, List.of()))
                .isEqualTo("ARC-Authentication-Results: i=3; mx.example.org; none");
        assertThatIllegalArgumentException().isThrownBy(() -> WRITER.arcField(51, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    alice@example.com                | alice@example.com
                    a/b=c@example.com                | a/b=c@example.com
                    "alice smith"@example.com        | "alice smith"@example.com
                    alice smith@example.com          | "alice smith@example.com"
                    a"; dkim=pass; x="               | "a\\"; dkim=pass; x=\\""
                    a\\                              | "a\\\\"
                    2001:db8::1                      | "2001:db8::1"
                    jo@b\u00fccher.example           | jo@xn--bcher-kva.example
                    b\u00fccher.example              | xn--bcher-kva.example
                    """)
    void quotesWhatNeedsIt(String value, String written) {
        assertThat(WRITER.field(List.of(spf(value)))).endsWith(" smtp.mailfrom=" + written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nX-Evil: 1",
                "a\nb",
                "a\u0000",
                "a\tb",
                "a\u007f",
                "a\u0085",
                "a\u2028",
                "\ud800",
                "j\u00f6rg@example.com",
                "a@\u00fc..example",
                "a\ufffd@example.com"
            })
    void leavesOutAValueNoFieldCanHold(String value) {
        assertThat(WRITER.field(List.of(spf(value)))).endsWith(" spf=pass");
    }

    @Test
    void neverCutsAValue() {
        assertThat(WRITER.field(List.of(spf("a".repeat(699) + "@example.com"))))
                .endsWith(" spf=pass");
    }

    @Test
    void putsQuestionMarksInTextForPeople() {
        var result = spf("example.com").because("k\u00f6nnte\r\nSubject: x");

        assertThat(WRITER.field(List.of(result))).contains("reason=\"k?nnte??Subject: x\"");
    }

    @Test
    void writesOtherCharactersOnlyInInternationalizedMessages() {
        var field =
                AuthResultsWriter.internationalized("b\u00fccher.example")
                        .field(List.of(spf("j\u00f6rg@b\u00fccher.example").because("sch\u00f6n")));

        assertThat(field)
                .contains(" b\u00fccher.example;", "=j\u00f6rg@b\u00fccher.example", "=sch\u00f6n");
        assertThat(read(field).deviations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\r\nb", "a\u0000", "j\u00f6rg@example.com"})
    void needsAnAuthservId(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> AuthResultsWriter.of(id));
    }

    @Test
    void quotesAnAuthservIdThatIsNoToken() {
        assertThat(AuthResultsWriter.of("mx/1; none").field(List.of()))
                .isEqualTo("Authentication-Results: \"mx/1; none\"; none");
    }

    @Test
    void refusesClaimsAndWordsThatAreNoKeywords() {
        var claim = AuthResultsField.read("example.com; dmarc=pass").results();
        var method = List.of(AuthResult.verified("spf; dkim", "pass", List.of()));
        var result = List.of(AuthResult.verified("spf", "pass\r\n", List.of()));
        var property = new Property("smtp", "a=b c.d", "x");
        var named = List.of(AuthResult.verified("spf", "pass", List.of(property)));

        for (var results : List.of(claim, method, result, named)) {
            assertThatIllegalArgumentException().isThrownBy(() -> WRITER.field(results));
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (int i = 0; i < 20_000; i++) {
            var random = new Random(SEED + i);
            var results =
                    IntStream.range(0, random.nextInt(4)).mapToObj(_ -> result(random)).toList();
            var writer =
                    AuthResultsWriter.internationalized("mx" + text(random, 4) + ".example.org");

            var written = writer.field(results);

            var field = read(written);
            assertThat(field.form()).as("seed %d: %s", SEED + i, written).isEqualTo(Form.STRICT);
            assertThat(field.results().stream().map(AuthResultsWriterTest::asOurs))
                    .as("seed %d: %s", SEED + i, written)
                    .isEqualTo(results);
            linesAreShort(written);
        }
    }

    private static AuthResult asOurs(AuthResult read) {
        return new AuthResult(
                Origin.VERIFIED,
                read.method(),
                read.version(),
                read.result(),
                read.reason(),
                read.properties(),
                read.comments());
    }

    /// 78 columns, unless one word alone is longer; 998 bytes in any case (RFC 5322 §2.1.1).
    private static void linesAreShort(String field) {
        for (var line : field.split("\r\n", -1)) {
            assertThat(line).isNotBlank();
            assertThat(line).doesNotContain("\r", "\n");
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(998);
            if (line.length() > 78) {
                assertThat(line.strip()).doesNotContainPattern("[^ ] [^ ]");
            }
        }
        assertThat(field).doesNotContainPattern("\r\n(?! )");
    }

    private static AuthResult result(Random random) {
        return new AuthResult(
                Origin.VERIFIED,
                "method" + random.nextInt(9),
                1 + random.nextInt(3),
                random.nextBoolean() ? "pass" : "x-fail",
                text(random, 40),
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(_ ->
                                new Property("smtp", "p" + random.nextInt(9), text(random, 60)))
                        .toList(),
                IntStream.range(0, random.nextInt(3)).mapToObj(_ -> text(random, 30)).toList());
    }

    /// Printable characters, rich in those with a meaning.
    private static String text(Random random, int longest) {
        var out = new StringBuilder();
        for (int i = random.nextInt(longest); i > 0; i--) {
            out.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> "\"\\();=.@ /,<>[]:-".charAt(random.nextInt(17));
                        case 1 -> random.nextInt(9) > 0 ? ' ' : 0x1f600;
                        case 2 -> 0xe0 + random.nextInt(30);
                        default -> 'a' + random.nextInt(26);
                    });
        }
        return out.toString();
    }
}
