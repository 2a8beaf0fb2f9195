package posthorn.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/// A message with a DKIM signature, relaxed/relaxed as most are, and the key record for it: prose,
/// then an attachment in base64 until it is as long as wanted.
final class SignedMessage {

    private static final int LINE = 76;
    private static final int PROSE = 64 * 1024;
    private static final String FIELD =
            String.join(
                    "\r\n\t",
                    "DKIM-Signature: v=1; a=%s-sha256; c=relaxed/relaxed; d=example.org; s=%s;",
                    "h=from:to:subject:date:message-id:mime-version:content-type;",
                    "bh=%s;",
                    "b=");
    private static final String WORDS =
            "the quarterly figures are attached please have a look at them before our meeting on"
                    + " friday and tell me whether the numbers for the second region are right";

    private final String eml;
    private final String selector;
    private final String record;

    private SignedMessage(String eml, String selector, String record) {
        this.eml = eml;
        this.selector = selector;
        this.record = record;
    }

    /// With an RSA key of 2048 bits.
    static SignedMessage rsa(int length) {
        return rsa(length, "mail");
    }

    /// The same, its key at this selector.
    static SignedMessage rsa(int length, String selector) {
        return signed("rsa", "SHA256withRSA", length, selector);
    }

    /// With an Ed25519 key (RFC 8463).
    static SignedMessage ed25519(int length) {
        return signed("ed25519", "Ed25519", length, "mail");
    }

    byte[] octets() {
        return eml.getBytes(StandardCharsets.US_ASCII);
    }

    /// Where the key is published.
    String keyName() {
        return selector + "._domainkey.example.org";
    }

    /// The TXT record there.
    String record() {
        return record;
    }

    private static SignedMessage signed(
            String type, String algorithm, int length, String selector) {
        try {
            var pair = pair(type);
            var body = body(length);
            var field = FIELD.formatted(type, selector, base64(sha256(relaxedBody(body))));
            var signed =
                    fields().stream().map(f -> relaxed(f) + "\r\n").collect(Collectors.joining())
                            + relaxed(field);
            var signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            var octets = signed.getBytes(StandardCharsets.US_ASCII);
            signature.update(type.equals("rsa") ? octets : sha256(signed));
            var header = field + base64(signature.sign()) + "\r\n";
            var all = header + String.join("\r\n", fields()) + "\r\n\r\n" + body;
            return new SignedMessage(all, selector, record(type, pair));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static KeyPair pair(String type) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(type);
        if (type.equals("rsa")) {
            generator.initialize(2048);
        }
        return generator.generateKeyPair();
    }

    private static String record(String type, KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        // RFC 8463 §4: the bare 32 octets, which are the last ones of what Java gives.
        var key =
                type.equals("rsa")
                        ? encoded
                        : java.util.Arrays.copyOfRange(
                                encoded, encoded.length - 32, encoded.length);
        return "v=DKIM1; k=" + type + "; p=" + base64(key);
    }

    private static List<String> fields() {
        return List.of(
                "From: Alice Example <alice@example.org>",
                "To: Bob Example <bob@example.com>",
                "Subject: The figures of the   third quarter,\r\n and a question about the second",
                "Date: Mon, 23 Nov 2026 10:00:00 +0000",
                "Message-ID: <20261123100000.4711@mail.example.org>",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8");
    }

    private static String body(int length) {
        var random = new Random(5321);
        var words = List.of(WORDS.split(" "));
        var text = new StringBuilder();
        var line = new StringBuilder();
        while (text.length() < length) {
            if (text.length() > PROSE) {
                var octets = new byte[LINE / 4 * 3];
                random.nextBytes(octets);
                text.append(base64(octets)).append("\r\n");
            } else if (line.length() > LINE - 14) {
                text.append(line).append(random.nextInt(12) == 0 ? " \r\n\r\n" : "\r\n");
                line.setLength(0);
            } else {
                line.append(line.isEmpty() ? "" : random.nextInt(20) == 0 ? "  " : " ");
                line.append(words.get(random.nextInt(words.size())));
            }
        }
        return text.toString();
    }

    /// RFC 6376 §3.4.4.
    private static String relaxedBody(String body) {
        return body.replaceAll("[ \t]+(?=\r\n)", "")
                .replaceAll("[ \t]+", " ")
                .replaceAll("(\r\n)+$", "\r\n");
    }

    /// RFC 6376 §3.4.2.
    private static String relaxed(String field) {
        int colon = field.indexOf(':');
        var value = field.substring(colon + 1).replaceAll("[ \t\r\n]+", " ").strip();
        return field.substring(0, colon).toLowerCase(Locale.ROOT) + ":" + value;
    }

    private static byte[] sha256(String text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256")
                .digest(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
