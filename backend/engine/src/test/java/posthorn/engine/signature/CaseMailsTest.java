package posthorn.engine.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Signs the messages of the cases with the test keys. RSA and Ed25519 give the same signature each
/// time, so that the files can be compared.
class CaseMailsTest {

    private static final Path FOLDER = Path.of("src/test/resources/cases/tm");

    /// `mvn test -Dtest=CaseMailsTest -Dcases.sign` writes the messages anew.
    private static final boolean WRITE = System.getProperty("cases.sign") != null;

    private static final String HEADER =
            """
            Date: Tue, 24 Nov 2026 12:00:00 +0000
            From: Alice <alice@example.org>
            To: Charlie <charlie@example.com>
            Subject: Minutes of Monday
            Message-ID: <1@mail.example.org>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            """;

    private static final String BODY =
            """
            Hello Charlie,

            the minutes are ready.

            Alice
            """;

    private static final String NAMES =
            "from:from:to:subject:subject:date:message-id:mime-version:content-type";

    private static final String ONCE = "from:to:subject:date:message-id:mime-version:content-type";

    @TestFactory
    Stream<DynamicTest> everyMailIsWhatTheTestKeysSign() {
        return mails().entrySet().stream()
                .map(mail ->
                        DynamicTest.dynamicTest(
                                mail.getKey(), () -> holds(mail.getKey(), mail.getValue())));
    }

    private static void holds(String name, String mail) throws IOException {
        var file = FOLDER.resolve(name + ".eml");
        if (WRITE) {
            Files.write(file, Signed.octets(mail));
            return;
        }
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).isEqualTo(mail);
    }

    private static Map<String, String> mails() {
        var mails = new LinkedHashMap<String, String>();
        simple(mails);
        changed(mails);
        weak(mails);
        refused(mails);
        authors(mails);
        forwarded(mails);
        return mails;
    }

    private static void simple(Map<String, String> mails) {
        var signed = signed("", "rsa2048", HEADER);
        mails.put("unsigned", crlf(HEADER + "\n" + BODY));
        mails.put("signed", signed);
        mails.put("signed-rsa1024", signed("", "rsa1024", HEADER));
        mails.put("signed-rsa512", signed("", "rsa512", HEADER));
        mails.put("signed-rsa4104", signed("", "rsa4104", HEADER));
        mails.put("signed-ed25519", sign(tags("ed25519", NAMES), HEADER, BODY, "ed25519"));
        mails.put("signed-by-other", sign(tags("rsa2048", NAMES), HEADER, BODY, "other"));
        mails.put("signed-identity", signed("i=@news.example.org; ", "rsa2048", HEADER));
        mails.put(
                "signed-by-provider",
                sign(
                        tags("rsa2048", NAMES).replace("d=example.org", "d=provider.example"),
                        HEADER,
                        BODY,
                        "rsa2048"));
        mails.put(
                "signed-twice",
                again(
                        tags("rsa2048", NAMES).replace("d=example.org", "d=provider.example"),
                        signed));
        mails.put("signed-six-times", repeated(signed, 5));
        mails.put("signed-eleven-times", repeated(signed, 10));
    }

    private static void changed(Map<String, String> mails) {
        var signed = signed("", "rsa2048", HEADER);
        mails.put("body-footer", signed + crlf("-- \nTeam list\n"));
        mails.put("body-rewritten", signed.replace("the minutes are ready", "please pay at once"));
        mails.put("subject-tagged", signed.replace("Subject: ", "Subject: [team] "));
        mails.put("to-replaced", signed.replace("Charlie <charlie@", "Everybody <all@"));
        var once = sign(tags("rsa2048", ONCE), HEADER, BODY, "rsa2048");
        mails.put("from-doubled", once.replace("Date:", twoFroms()));
        mails.put("from-added", signed("", "rsa2048", HEADER).replace("Date:", twoFroms()));
        var partial =
                tags("rsa2048", ONCE).replace("c=", "l=25; c=").replace("relaxed/", "simple/");
        mails.put("partial", sign(partial, HEADER, BODY, "rsa2048"));
        mails.put(
                "body-cut",
                sign(tags("rsa2048", NAMES).replace("c=", "l=60; c="), HEADER, BODY, "rsa2048")
                        .replace("\r\nAlice\r\n", "\r\n"));
    }

    private static String twoFroms() {
        return "From: Bob <bob@example.com>\r\nDate:";
    }

    private static void weak(Map<String, String> mails) {
        mails.put("few-headers", sign(tags("rsa2048", "from:date"), HEADER, BODY, "rsa2048"));
        mails.put("signed-ahead", signed("t=1795700000; ", "rsa2048", HEADER));
        mails.put("expired", signed("t=1795500000; x=1795510000; ", "rsa2048", HEADER));
        var news =
                HEADER
                        + "List-Unsubscribe: <https://example.org/u/1>\n"
                        + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n";
        mails.put("one-click-unsigned", signed("", "rsa2048", news));
        var claimed =
                """
                Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=example.org;
                 dkim=pass header.d=example.org
                """;
        mails.put("claims", crlf(claimed) + signed("", "rsa2048", HEADER));
    }

    private static void refused(Map<String, String> mails) {
        var sha1 = tags("rsa2048", NAMES).replace("rsa-sha256", "rsa-sha1");
        mails.put("sha1", sign(sha1, HEADER, BODY, "rsa2048"));
        mails.put("from-not-signed", sign(tags("rsa2048", "to:subject"), HEADER, BODY, "rsa2048"));
        mails.put("no-body-hash", signed("", "rsa2048", HEADER).replace("bh=", "xh="));
    }

    private static void authors(Map<String, String> mails) {
        mails.put("no-from", unsigned("From: Alice <alice@example.org>\n", ""));
        mails.put("from-subdomain", unsigned("alice@example.org", "alice@news.example.org"));
        mails.put(
                "two-authors",
                unsigned("alice@example.org>", "alice@example.org>, bob@example.com"));
        mails.put(
                "lookalike",
                unsigned("Alice <alice@example.org>", "Alice <alice@xn--exmple-4nf.org>"));
        mails.put("address-shown", unsigned("Alice <", "\"bob@example.com\" <"));
        mails.put("lookalike-name", unsigned("From: Alice <", "From: =?utf-8?b?0JBsaWNl?= <"));
    }

    private static void forwarded(Map<String, String> mails) {
        var signed = signed("", "rsa2048", HEADER);
        int end = signed.indexOf("\r\n\r\n") + 2;
        var sealer =
                new TestSigner(
                        Algorithm.RSA_SHA256, "forwarder.example", "rsa2048", key("rsa2048"));
        var sealed =
                sealer.arc(
                        1,
                        "none",
                        "forwarder.example; dkim=pass header.d=example.org",
                        "c=relaxed/relaxed; h=from:to:subject:date:dkim-signature",
                        signed.substring(0, end),
                        signed.substring(end + 2));
        mails.put("forwarded", sealed + signed.substring(end));
        mails.put("forwarded-changed", sealed + signed.substring(end) + crlf("-- \nChecked\n"));
    }

    private static String unsigned(String old, String replacement) {
        return crlf(HEADER.replace(old, replacement) + "\n" + BODY);
    }

    private static String tags(String selector, String names) {
        var algorithm = selector.equals("ed25519") ? "ed25519-sha256" : "rsa-sha256";
        return "a=%s; c=relaxed/relaxed; d=example.org; s=%s; h=%s"
                .formatted(algorithm, selector, names);
    }

    private static String signed(String more, String selector, String header) {
        return sign(more + tags(selector, NAMES), header, BODY, selector);
    }

    private static String sign(String tags, String header, String body, String key) {
        return Signed.message(tags, crlf(header), crlf(body), key(key));
    }

    /// One more signature on top.
    private static String again(String tags, String message) {
        int end = message.indexOf("\r\n\r\n") + 2;
        return Signed.message(
                tags, message.substring(0, end), message.substring(end + 2), key("rsa2048"));
    }

    private static String repeated(String message, int times) {
        var all = message;
        for (int i = 1; i <= times; i++) {
            all = again("t=%d; ".formatted(1795500000 + i) + tags("rsa2048", NAMES), all);
        }
        return all;
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }

    private static KeyPair key(String name) {
        try {
            var pem = Files.readString(FOLDER.resolve("test-keys/test-key-" + name + ".pem"));
            var base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            boolean ed = name.equals("ed25519");
            var key =
                    KeyFactory.getInstance(ed ? "Ed25519" : "RSA")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return new KeyPair((ed ? Signed.ED25519 : Signed.RSA).getPublic(), key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
