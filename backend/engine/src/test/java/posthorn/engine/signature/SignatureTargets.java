package posthorn.engine.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import posthorn.engine.dkim.DkimTargets;
import posthorn.engine.fuzz.Places;
import posthorn.engine.fuzz.Target;
import posthorn.engine.message.HeaderField;
import posthorn.engine.message.RawMessage;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.Source;

/// The readers and the verifier of signatures.
public final class SignatureTargets {

    private static final String NAME = "DKIM-Signature:";

    /// Every selector has two keys; nobody can sign for them.
    public static final Dns KEYS =
            _ ->
                    new Answer.Data<>(
                            List.of(
                                    Rdata.Text.of("v=DKIM1; p=" + DkimTargets.RSA),
                                    Rdata.Text.of("v=DKIM1; k=ed25519; p=" + DkimTargets.ED25519)),
                            60,
                            false,
                            List.of(),
                            Source.local("fuzz"));

    private SignatureTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.latin1("signature-tags", SignatureTargets::tags, PIECES),
                Target.of("signature", SignatureTargets::signature, PIECES),
                Target.of("signature-diagnosis", SignatureTargets::diagnosis, PIECES),
                Target.of("canonical-body", SignatureTargets::body, BODY));
    }

    private static final String[] PIECES = {
        "v=1; a=rsa-sha256; c=relaxed/simple; d=example.org; s=sel; h=from:to; bh=YWJj; b=YWJj",
        "v=1; a=ed25519-sha256; d=example.org; s=sel; h=From : To; bh=YWJj; b=\r\n YW Jj",
        " i=alice=40x@mail.example.org;",
        " t=1;",
        " x=2;",
        " l=3;",
        " z=From:a=20b|To:c;",
        " q=dns/txt;",
        " c=simple;",
        " h=from:from;",
        "; ",
        "=",
        "\r\n ",
        "\r\n\r\n",
        "\r\nFrom: alice@example.org",
        "\r\nDKIM-Signature: ",
        "\r\nSubject: Hello",
        "a=rsa-sha1;"
    };

    private static final String[] BODY = {
        "Hello", " ", "\t", "\r\n", "\n", "\r", "\r\n\r\n", " \r\n", "a  b", "\u0000"
    };

    private static void tags(String input) {
        var field = HeaderField.of(NAME + input);
        var body = field.rawBody();

        var tags = SignatureTags.read(field);

        for (var tag : tags.tags()) {
            Places.lies(tag.from(), tag.to() - tag.from(), body);
            assertThat(body.substring(tag.from(), tag.to())).contains(tag.value());
            assertThat(tags.compact(tag.name())).doesNotContainPattern("[ \t\r\n]");
            assertThat(tags.base64(tag.name())).isNotNull();
        }
    }

    /// No forged signature passes, and each field has its result.
    private static void signature(byte[] input) {
        var octets = message(input);

        var results = Lab.verify(octets, KEYS, Lab.at(1_800_000_000));

        assertThat(results).hasSizeGreaterThanOrEqualTo(1);
        assertThat(results).noneMatch(result -> result.reason().result() == Result.PASS);
        assertThat(results)
                .allMatch(result -> result.tags().field().name().equals("dkim-signature"));
    }

    private static byte[] message(byte[] input) {
        var name = (NAME + " ").getBytes(StandardCharsets.US_ASCII);
        var octets = Arrays.copyOf(name, name.length + input.length);
        System.arraycopy(input, 0, octets, name.length, input.length);
        return octets;
    }

    /// Of each part of a message there is one explanation at most.
    private static void diagnosis(byte[] input) throws IOException {
        var octets = message(input);
        for (var result : Lab.verify(octets, KEYS, Lab.at(1_800_000_000))) {
            if (result instanceof SignatureResult.Checked checked) {
                var explanations = SignatureDiagnosis.of(RawMessage.of(octets), checked);
                assertThat(explanations).hasSizeLessThanOrEqualTo(2);
                assertThat(explanations).doesNotHaveDuplicates();
            }
        }
    }

    /// A body in pieces has the hash of the whole.
    private static void body(byte[] body) {
        for (var canonicalization : Canonicalization.values()) {
            for (long length : new long[] {DkimSignature.WHOLE, 0, 5}) {
                var request = new BodyHashes.Request(canonicalization, "SHA-256", length);
                var whole = BodyHashes.of(request, body);

                var pieces = new BodyHashes(List.of(request));
                for (int at = 0; at < body.length; at++) {
                    pieces.accept(body, at, at + 1);
                }

                assertThat(pieces.of(request).octets()).isEqualTo(whole.octets());
                assertThat(pieces.of(request).length()).isEqualTo(whole.length());
                assertThat(whole.length()).isLessThanOrEqualTo(body.length * 2L + 2);
            }
        }
    }
}
