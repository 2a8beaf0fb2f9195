package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class VerifyVerbTest {

    private static final List<String> SESSION =
            List.of(
                    "--ip", "192.0.2.7",
                    "--helo", "mail.football.example.com",
                    "--mail-from", "joe@football.example.com");

    @TempDir private Path folder;

    private int run(Shell shell, String... args) {
        var all =
                new ArrayList<>(
                        List.of("verify", "--zone", Shell.zone(folder, Mails.FOOTBALL.zone())));
        all.addAll(List.of(args));
        return shell.run(all.toArray(String[]::new));
    }

    private int verify(Shell shell, String message, String... more) throws IOException {
        var args = new ArrayList<>(List.of(file(message)));
        args.addAll(SESSION);
        args.addAll(List.of(more));
        return run(shell, args.toArray(String[]::new));
    }

    private String file(String message) throws IOException {
        return Files.writeString(folder.resolve("mail.eml"), message).toString();
    }

    private Map<?, ?> json(String message, String... more) throws IOException {
        var shell = new Shell();
        var args = new ArrayList<>(List.of(more));
        args.add("--json");
        verify(shell, message, args.toArray(String[]::new));
        assertThat(shell.err()).isEmpty();
        assertThat(Schema.faults(shell.out())).isEmpty();
        return map(Json.read(shell.out()));
    }

    private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object json) {
        return (Map<?, ?>) Objects.requireNonNull(json);
    }

    private static List<?> list(@org.jspecify.annotations.Nullable Object json) {
        return (List<?>) Objects.requireNonNull(json);
    }

    private static List<String> results(Map<?, ?> json) {
        return list(json.get("dkim")).stream()
                .map(signature -> String.valueOf(map(signature).get("result")))
                .toList();
    }

    @Test
    void provesTheAuthorByAllMethods() throws IOException {
        var json = json(Mails.FOOTBALL.signed());

        assertThat(results(json)).containsExactly("pass", "pass");
        assertThat(map(json.get("dmarc")).get("result")).isEqualTo("pass");
        assertThat(map(map(json.get("spf")).get("mailfrom")).get("result")).isEqualTo("pass");
        assertThat(map(map(json.get("spf")).get("helo")).get("result")).isEqualTo("pass");
        assertThat(map(json.get("arc")).get("cv")).isEqualTo("none");
        assertThat(String.valueOf(json.get("authenticationResults")))
                .startsWith("Authentication-Results: unknown;")
                .containsOnlyOnce(" arc=none")
                .contains("dkim=pass", "dmarc=pass", "smtp.mailfrom=joe@football.example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,   false, 0, pass",
        "203.0.113.1, false, 0, pass",
        "203.0.113.1, true,  2, fail"
    })
    void theStatusIsThatOfDmarc(String ip, boolean changed, int status, String word)
            throws IOException {
        var shell = new Shell();
        var message =
                changed ? Mails.FOOTBALL.signed().replace("lost", "won") : Mails.FOOTBALL.signed();

        int exit =
                run(
                        shell,
                        file(message),
                        "--ip",
                        ip,
                        "--helo",
                        "mail.football.example.com",
                        "--mail-from",
                        "joe@football.example.com");

        assertThat(exit).isEqualTo(status);
        assertThat(shell.out()).contains("\n" + word + "  ");
    }

    @Test
    void readsLoneLfAsCrLfUnlessToldNotTo() throws IOException {
        var crlf = Mails.FOOTBALL.signed().replace("\n", "\r\n");

        var lf = json(Mails.FOOTBALL.signed());
        var kept = json(Mails.FOOTBALL.signed(), "--line-ends", "keep");
        var over = json(crlf);
        var mixed = json(crlf.replaceFirst("\r\n", "\n"));
        var forced = json(crlf.replaceFirst("\r\n", "\n"), "--line-ends", "crlf");

        assertThat(lf.get("lineEnds")).isEqualTo("lf");
        assertThat(lf.get("lineEndsConverted")).isEqualTo(true);
        assertThat(results(kept)).containsExactly("fail", "fail");
        assertThat(kept.get("lineEndsConverted")).isEqualTo(false);
        assertThat(over.get("lineEnds")).isEqualTo("crlf");
        assertThat(results(over)).containsExactly("pass", "pass");
        assertThat(mixed.get("lineEnds")).isEqualTo("mixed");
        assertThat(mixed.get("lineEndsConverted")).isEqualTo(false);
        assertThat(results(forced)).containsExactly("pass", "pass");
    }

    @Test
    void readsStandardInput() {
        var shell = new Shell().typing(Mails.FOOTBALL.signed());
        var args = new ArrayList<>(List.of("-"));
        args.addAll(SESSION);

        assertThat(run(shell, args.toArray(String[]::new))).isZero();

        assertThat(shell.out()).contains("From: Joe SixPack <joe@football.example.com>");
    }

    @Test
    void takesMessagesInABatchAsFileOrInBase64() throws IOException {
        var message =
                Base64.getEncoder()
                        .encodeToString(Mails.FOOTBALL.signed().getBytes(StandardCharsets.UTF_8));
        var shell =
                new Shell()
                        .typing(
                                """
                                {"id":1,"file":"%s"}
                                {"id":2,"message":"%s"}
                                {"id":3,"message":"%s","ip":"203.0.113.1","time":"1528637909"}
                                {"id":4,"file":"-"}
                                {"id":5,"message":"not base64!"}
                                {"id":6}
                                """
                                        .formatted(
                                                file(Mails.FOOTBALL.signed()), message, message));
        var args = new ArrayList<>(List.of("--batch"));
        args.addAll(SESSION);

        assertThat(run(shell, args.toArray(String[]::new))).isEqualTo(64);

        var lines = shell.out().lines().toList();
        assertThat(lines).hasSize(6).allMatch(line -> Schema.faults(line).isEmpty());
        assertThat(lines.subList(0, 3)).allMatch(line -> line.contains("\"result\":\"pass\""));
        assertThat(lines.get(2)).contains("\"at\":\"2018-06-10T13:38:29");
        assertThat(lines.subList(3, 6)).allMatch(line -> line.contains("\"error\""));
    }

    @Test
    void aSignatureIsHeldAgainstTheTimeGiven() throws IOException {
        var zone = Shell.zone(folder.resolve("."), Mails.ENDED.zone());
        var file = file(Mails.ENDED.signed());

        assertThat(reasons(file, zone, "1700000000")).contains("EXPIRED");
        assertThat(reasons(file, zone, "1667850000")).contains("HOLDS").doesNotContain("EXPIRED");
    }

    private static List<String> reasons(String file, String zone, String time) {
        var shell = new Shell();
        var args =
                new ArrayList<>(List.of("verify", file, "--json", "--zone", zone, "--time", time));
        args.addAll(SESSION);
        shell.run(args.toArray(String[]::new));
        return reasons(map(Json.read(shell.out())));
    }

    private static List<String> reasons(Map<?, ?> json) {
        return list(json.get("dkim")).stream()
                .map(signature -> String.valueOf(map(signature).get("reason")))
                .toList();
    }

    @Test
    void tellsWhyASignatureDoesNotFit() throws IOException {
        var shell = new Shell();
        var message = Mails.FOOTBALL.signed().replace("Subject: ", "Subject: [list] ");

        verify(shell, message);

        assertThat(shell.out()).contains("The header field \"subject\" was changed");
    }

    @Test
    void saysWhatIsToBeDoneAboutIt() throws IOException {
        var text = new Shell();

        verify(text, Mails.FOOTBALL.signed().replace("lost", "won"));
        var json = json(Mails.FOOTBALL.signed());

        assertThat(text.out()).contains("  failure   ");
        assertThat(list(json.get("findings")).stream().map(f -> map(f).get("code")))
                .isNotEmpty()
                .allMatch(code -> String.valueOf(code).startsWith("tm."));
    }

    @Test
    void speaksGerman() throws IOException {
        var shell = new Shell();

        verify(shell, Mails.FOOTBALL.signed(), "--lang", "de");

        assertThat(shell.out())
                .contains("Die Nachricht kommt nachweislich von football.example.com")
                .contains("gelesen wurde CR LF");
    }

    @Test
    void escapesWhatAMessageSays() throws IOException {
        var message =
                """
                From: "a\u001b[31mred" <x@evil.example>
                DKIM-Signature: v=1; a=\u001b[2J; d=evil.example; s=\u0007;

                text
                """;
        var text = new Shell();

        verify(text, message);
        var json = json(message);

        assertThat(text.out()).doesNotContain("\u001b", "\u0007");
        assertThat(results(json)).containsExactly("permerror");
    }

    @Test
    void saysThatAMessageWithoutAuthorCannotBeJudged() throws IOException {
        var several = json("From: a@one.example, b@two.example\n\ntext\n");
        var none = json("Subject: nobody\n\ntext\n");

        assertThat(map(several.get("dmarc")).get("result")).isEqualTo("permerror");
        assertThat(list(map(several.get("dmarc")).get("authors"))).hasSize(2);
        assertThat(map(none.get("dmarc")).get("result")).isEqualTo("permerror");
        assertThat(none.get("status")).isEqualTo(2);
    }

    @Test
    void takesABounce() throws IOException {
        var shell = new Shell();

        run(
                shell,
                file(Mails.FOOTBALL.signed()),
                "--ip=192.0.2.7",
                "--helo=mail.football.example.com",
                "--mail-from=<>",
                "--json");

        assertThat(Schema.faults(shell.out())).isEmpty();
        var spf = map(map(map(Json.read(shell.out())).get("spf")).get("mailfrom"));
        assertThat(spf.get("domain")).isEqualTo("mail.football.example.com");
        assertThat(spf.get("result")).isEqualTo("pass");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify /nosuch/file.eml --ip 192.0.2.7 --helo a.example --mail-from a@b.example",
                "verify . --ip 192.0.2.7 --helo a.example --mail-from a@b.example",
                "verify --ip 192.0.2.7 --helo a.example --mail-from a@b.example",
                "verify a b --ip 192.0.2.7 --helo a.example --mail-from a@b.example",
                "verify - --ip 192.0.2 --helo a.example --mail-from a@b.example",
                "verify - --ip 192.0.2.7 --mail-from a@b.example",
                "verify - --ip 192.0.2.7 --helo a.example",
                "verify - --ip 192.0.2.7 --helo a.example --mail-from a@b.example --time soon",
                "verify - --ip 192.0.2.7 --helo a.example --mail-from a@b.example --line-ends lf",
                "verify - --ip 192.0.2.7 --helo a.example --mail-from a@b.example --receiver a..b",
                "verify - --ip 192.0.2.7 --helo a.example --mail-from a@b.example --frob",
                "verify - --message eA== --ip 192.0.2.7 --helo a.example --mail-from a@b.example"
            })
    void refusesWhatMakesNoSense(String line) {
        var shell = new Shell();

        assertThat(shell.run(line.split(" "))).isEqualTo(64);

        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).startsWith("posthorn: ").hasLineCount(1);
    }
}
