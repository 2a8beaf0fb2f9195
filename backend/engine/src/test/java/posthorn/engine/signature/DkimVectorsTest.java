package posthorn.engine.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Source;

/// Messages signed and judged by others: `vectors/dkim`, whole.
class DkimVectorsTest {

    private static final Clock LATER = Lab.at(1_790_000_000);
    private static final Leniency IN_ITS_TIME = new Leniency(true, true, true);

    @TestFactory
    Stream<DynamicTest> dkimVerifier() {
        return ((List<?>) new Yaml().load(text("dkim/dkim_verifier/cases.json")))
                .stream()
                        .map(c -> (Map<?, ?>) c)
                        .map(c ->
                                dynamicTest(
                                        c.get("file") + " " + c.get("name"), () -> asExpected(c)));
    }

    private static void asExpected(Map<?, ?> c) {
        var texts = new HashMap<String, String>();
        ((Map<?, ?>) required(c, "dns")).forEach((k, v) -> texts.put((String) k, (String) v));
        var expected =
                ((List<?>) required(c, "expect"))
                        .stream().map(e -> required((Map<?, ?>) e, "result")).toList();

        var results =
                Lab.verify(
                        Lab.crlf(Lab.octets("dkim/" + required(c, "file"))),
                        Lab.texts(texts),
                        LATER);

        assertThat(results.stream().map(r -> r.result().text())).isEqualTo(expected);
    }

    /// By today's standards: what a verifier may not let pass does not pass.
    @TestFactory
    Stream<DynamicTest> mailDkimStrictly() {
        return corpus().map(row ->
                dynamicTest(
                        required(row, "file"), () -> strictly(row, results(row, Leniency.NONE))));
    }

    private static void strictly(Map<String, String> row, List<SignatureResult> results) {
        assertThat(results).hasSize(Integer.parseInt(required(row, "dkim_signatures")));
        switch (required(row, "strict_rfc6376_8301_8463")) {
            case "none" -> assertThat(results).isEmpty();
            case "pass" -> assertThat(results).allMatch(r -> r.result() == Result.PASS);
            case "not-pass" -> assertThat(results).noneMatch(r -> r.result() == Result.PASS);
            default -> throw new IllegalArgumentException(row.toString());
        }
    }

    /// What RFC 6376 decides otherwise than the corpus.
    private static final Map<String, String> DIFFERENCES =
            Map.of(
                    "badkey_8.txt", "the tag g of its key means nothing since RFC 6376 §C.2",
                    "badkey_12.txt", "the tag g of its key means nothing since RFC 6376 §C.2");

    /// With the rules of their time the signatures come out as their authors say.
    @TestFactory
    Stream<DynamicTest> mailDkimInItsTime() {
        return corpus().filter(row -> !required(row, "upstream_expected").contains("skipped"))
                .filter(row -> !required(row, "dkim_signatures").equals("0"))
                .map(row ->
                        dynamicTest(
                                required(row, "file"),
                                () -> inItsTime(row, results(row, IN_ITS_TIME))));
    }

    private static void inItsTime(Map<String, String> row, List<SignatureResult> results) {
        boolean passes = required(row, "upstream_expected").equals("pass");
        var differs = DIFFERENCES.containsKey(required(row, "file"));
        assertThat(results.stream().anyMatch(r -> r.result() == Result.PASS))
                .as("%s", results.stream().map(SignatureResult::reason).toList())
                .isEqualTo(passes != differs);
    }

    private static List<SignatureResult> results(Map<String, String> row, Leniency leniency) {
        var message = Lab.crlf(Lab.octets("dkim/mail-dkim/corpus/" + row.get("file")));
        return Lab.verify(message, mailDkimDns(), Lab.at(1_200_000_000), leniency);
    }

    private static Stream<Map<String, String>> corpus() {
        var lines = text("dkim/mail-dkim/expected.tsv").lines().toList();
        var names = lines.getFirst().split("\t", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    var row = new HashMap<String, String>();
                    var values = line.split("\t", -1);
                    for (int i = 0; i < names.length; i++) {
                        row.put(names[i], values[i]);
                    }
                    return row;
                });
    }

    private static Dns mailDkimDns() {
        var texts = new HashMap<String, String>();
        text("dkim/mail-dkim/FAKE_DNS.dat")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2))
                .forEach(words -> texts.put(words[0].toLowerCase(java.util.Locale.ROOT), words[1]));
        var known = Lab.texts(texts);
        return question -> {
            var text = texts.getOrDefault(question.name().text(), "NXDOMAIN");
            var source = Source.local("test");
            if (text.startsWith("~~")) {
                return new Answer.Failed<>(Failure.TIMEOUT, List.of(), source);
            }
            return text.equals("NXDOMAIN")
                    ? new Answer.NxDomain<>(List.of(), source)
                    : known.ask(question);
        };
    }

    @Test
    void mailAuthExampleOfRfc8463() {
        assertThat(mailAuth("001", LATER)).containsExactly(Result.PASS, Result.PASS);
    }

    @Test
    void mailAuthSameSignatureTwice() {
        assertThat(mailAuth("003", LATER)).containsExactly(Result.PASS, Result.PASS);
    }

    @Test
    void mailAuthExpires() {
        assertThat(mailAuth("005", LATER)).containsExactly(Result.PERMERROR);
        assertThat(mailAuth("005", Lab.at(1_667_850_000))).containsExactly(Result.PASS);
    }

    /// Keys first, then an empty line, then the message.
    private static List<Result> mailAuth(String name, Clock clock) {
        var octets = Lab.octets("dkim/mail-auth/" + name + ".txt");
        var text = new String(octets, StandardCharsets.ISO_8859_1);
        int empty = text.indexOf("\n\n");
        var texts = new HashMap<String, String>();
        text.substring(0, empty)
                .lines()
                .map(line -> line.split(" ", 2))
                .forEach(words -> texts.put(words[0].replaceAll("\\.$", ""), words[1]));
        var message = Lab.crlf(Arrays.copyOfRange(octets, empty + 2, octets.length));
        return Lab.verify(message, Lab.texts(texts), clock).stream()
                .map(SignatureResult::result)
                .toList();
    }

    @Test
    void mimeKitMessageOfGmail() throws IOException {
        var pem = text("dkim/mimekit/gmail.pub").replaceAll("-----[A-Z ]+-----|\\s", "");
        assertThat(Base64.getDecoder().decode(pem)).isNotEmpty();
        var dns = Lab.texts(Map.of("20120113._domainkey.gmail.com", "v=DKIM1; k=rsa; p=" + pem));

        var results = Lab.verify(Lab.crlf(Lab.octets("dkim/mimekit/gmail.msg")), dns, LATER);

        assertThat(results.stream().map(SignatureResult::result)).containsExactly(Result.PASS);
    }

    private static String text(String file) {
        return new String(Lab.octets(file), StandardCharsets.UTF_8);
    }

    private static String required(Map<String, String> row, String key) {
        return Objects.requireNonNull(row.get(key), key);
    }

    private static Object required(Map<?, ?> map, Object key) {
        return Objects.requireNonNull(map.get(key), String.valueOf(key));
    }
}
