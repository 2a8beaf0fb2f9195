package posthorn.engine.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BodyHashesTest {

    private static final long SEED = Long.getLong("fuzz.seed", 6376);
    private static final String SHA256 = "SHA-256";

    @Test
    void relaxesTheExampleOfTheStandard() {
        // RFC 6376 §3.4.5
        assertThat(hash(Canonicalization.RELAXED, " C \r\nD \t E\r\n\r\n\r\n"))
                .isEqualTo(sha256(" C\r\nD E\r\n"));
    }

    @Test
    void keepsTheExampleOfTheStandardSimple() {
        assertThat(hash(Canonicalization.SIMPLE, " C \r\nD \t E\r\n\r\n\r\n"))
                .isEqualTo(sha256(" C \r\nD \t E\r\n"));
    }

    @Test
    void anEmptyBodyIsOneLineEndOrNothing() {
        for (var body : List.of("", "\r\n", "\r\n\r\n")) {
            assertThat(hash(Canonicalization.SIMPLE, body)).isEqualTo(sha256("\r\n"));
            assertThat(hash(Canonicalization.RELAXED, body)).isEqualTo(sha256(""));
        }
    }

    @Test
    void endsALineThatDoesNotEnd() {
        assertThat(hash(Canonicalization.SIMPLE, "a")).isEqualTo(sha256("a\r\n"));
        assertThat(hash(Canonicalization.RELAXED, "a ")).isEqualTo(sha256("a\r\n"));
    }

    @Test
    void cutsAtTheLengthAndCountsAll() {
        var request = new BodyHashes.Request(Canonicalization.RELAXED, SHA256, 3);

        var hash = BodyHashes.of(request, octets("a  bcdef\r\n"));

        assertThat(hash.octets()).isEqualTo(sha256("a b"));
        assertThat(hash.length()).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameInWhateverPiecesTheBodyComes(Canonicalization canonicalization) {
        var random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            var body = body(random);
            var hashes =
                    new BodyHashes(
                            List.of(
                                    new BodyHashes.Request(
                                            canonicalization, SHA256, Long.MAX_VALUE)));

            for (int at = 0; at < body.length; ) {
                int to = Math.min(body.length, at + 1 + random.nextInt(40));
                hashes.accept(body, at, to);
                at = to;
            }

            assertThat(
                            hashes.of(
                                            new BodyHashes.Request(
                                                    canonicalization, SHA256, Long.MAX_VALUE))
                                    .octets())
                    .as("seed %d, body %s", SEED, Arrays.toString(body))
                    .isEqualTo(sha256(plainly(canonicalization, body)));
        }
    }

    private static byte[] body(Random random) {
        var alphabet = "ab \t\r\n\u00e4.";
        var text = new StringBuilder();
        int pieces = random.nextInt(60);
        for (int i = 0; i < pieces; i++) {
            text.append(
                    switch (random.nextInt(5)) {
                        case 0 -> "\r\n";
                        case 1 -> "plain words of text";
                        default ->
                                String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())));
                    });
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The two canonicalizations as the standard words them, line by line.
    private static byte[] plainly(Canonicalization canonicalization, byte[] body) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var lines = new ArrayList<>(Arrays.asList(text.split("\r\n", -1)));
        if (canonicalization == Canonicalization.RELAXED) {
            lines.replaceAll(line -> line.replaceAll("[ \t]+", " ").replaceAll(" \\z", ""));
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        var even = new StringBuilder();
        lines.forEach(line -> even.append(line).append("\r\n"));
        if (lines.isEmpty() && canonicalization == Canonicalization.SIMPLE) {
            even.append("\r\n");
        }
        return octets(even.toString());
    }

    private static byte[] hash(Canonicalization canonicalization, String body) {
        return BodyHashes.of(
                        new BodyHashes.Request(canonicalization, SHA256, Long.MAX_VALUE),
                        octets(body))
                .octets();
    }

    private static byte[] sha256(String text) {
        return sha256(octets(text));
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance(SHA256).digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
