package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.text.Texts;

class ExplainVerbTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void knowsEveryCodeOfTheCatalogueInBothLanguages(String language) throws IOException {
        var texts = Texts.in(Locale.of(language));
        var names = Codes.all().stream().map(Codes.Code::name).toList();

        assertThat(names).hasSizeGreaterThan(150).doesNotHaveDuplicates();
        assertThat(names).allMatch(name -> texts.template(name).isPresent());
        try (var pages = Files.list(Path.of("../../docs/checks"))) {
            var families = names.stream().map(n -> n.substring(0, n.indexOf('.'))).toList();
            for (var page : pages.toList()) {
                var rows =
                        Files.readString(page)
                                .lines()
                                .filter(line -> line.startsWith("| `"))
                                .map(line -> line.substring(3, line.indexOf('`', 3)))
                                .toList();
                assertThat(names).as(page.toString()).containsAll(rows);
            }
            assertThat(families).contains("spf", "dkim", "dmarc");
        }
    }

    @Test
    void tellsWhatWhyAndWhatToDo() {
        var shell = new Shell();

        assertThat(shell.run("explain", "spf.multiple")).isZero();

        assertThat(shell.out())
                .contains("spf.multiple", "CRITICAL", "RFC 7208 §3.2, §4.5", "what to do");
    }

    @Test
    void showsTheLinesForEverySoftwareWhereTheCureIsOnAServer() {
        var shell = new Shell();

        shell.run("explain", "tls.no-starttls");

        assertThat(shell.out())
                .contains("Postfix", "Exim", "sendmail", "certbot", "acme.sh")
                .contains("smtpd_tls_security_level = may", "/live/<your host name>/privkey.pem");
    }

    @Test
    void showsNoLinesWhereTheCureIsARecord() {
        var shell = new Shell();

        shell.run("explain", "spf.multiple");

        assertThat(shell.out()).doesNotContain("Postfix", "on a server");
    }

    @Test
    void speaksGerman() {
        var shell = new Shell();

        shell.run("explain", "spf.multiple", "--lang", "de");

        assertThat(shell.out()).contains("zu tun", "mehrere SPF-Einträge");
    }

    @ParameterizedTest
    @CsvSource({
        "spf.multipel, spf.multiple",
        "lookups, spf.too-many-lookups",
        "dmarc.wildcrad, dmarc.wildcard"
    })
    void namesWhatMayHaveBeenMeant(String typed, String meant) {
        var shell = new Shell();

        assertThat(shell.run("explain", typed)).isEqualTo(64);

        assertThat(shell.err()).contains("\"" + typed + "\"", meant).hasLineCount(1);
        assertThat(shell.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quatsch", "", "spf.\u001b[31m", "x"})
    void saysThatThereIsNoSuchCode(String typed) {
        var shell = new Shell();

        assertThat(shell.run("explain", typed)).isEqualTo(64);

        assertThat(shell.err()).doesNotContain("\u001b").hasLineCount(1);
    }

    @Test
    void isQuickAboutEndlessCodes() {
        assertThat(new Shell().run("explain", "spf.".repeat(20_000))).isEqualTo(64);
    }

    @Test
    void listsAllAsTextAndJson() {
        var text = new Shell();
        var json = new Shell();

        text.run("explain");
        json.run("explain", "--json");

        var codes = Codes.all().stream().map(Codes.Code::name).collect(Collectors.toSet());
        assertThat(text.out()).contains(codes);
        assertThat(Schema.faults(json.out())).isEmpty();
    }

    @Test
    void worksInBatches() {
        var shell =
                new Shell()
                        .typing(
                                """
                                {"id":1,"code":"spf.ok"}
                                {"id":2,"code":["dkim.ok","mx.ok"],"lang":"de"}
                                {"id":3,"code":"nonsense"}
                                """);

        assertThat(shell.run("explain", "--batch")).isEqualTo(64);

        var lines = shell.out().lines().toList();
        assertThat(lines).hasSize(3).allMatch(line -> Schema.faults(line).isEmpty());
        assertThat(lines.get(1)).contains("dkim.ok", "mx.ok");
        assertThat(lines.get(2)).contains("error");
    }

    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, abd, 1", "abc, '', 3", "kitten, sitting, 3"})
    void measuresDistance(String one, String two, int distance) {
        assertThat(Codes.distance(one, two)).isEqualTo(distance);
    }
}
