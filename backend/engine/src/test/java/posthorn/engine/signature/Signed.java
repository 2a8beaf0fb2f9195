package posthorn.engine.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import posthorn.engine.message.MessageReader;
import posthorn.engine.message.RawMessage;
import posthorn.engine.outside.Dns;

/// Messages signed for tests, with keys made for them.
final class Signed {

    static final KeyPair RSA = pair("RSA", 2048);
    static final KeyPair OTHER_RSA = pair("RSA", 2048);
    static final KeyPair ED25519 = pair("Ed25519", 255);

    private static final int ED25519_OCTETS = 32;

    private Signed() {}

    /// The message with a signature on top. `tags` are all but `b` and `bh`, and name `a`, `c`,
    /// `h`.
    static String message(String tags, String header, String body, KeyPair key) {
        try {
            var unsigned = "DKIM-Signature: v=1; " + tags + "; bh=; b=\r\n" + header;
            var signature = read(unsigned + "\r\n" + body);
            var hash = BodyHashes.of(signature.bodyRequest(), octets(body)).octets();
            var hashed = unsigned.replace("bh=;", "bh=" + base64(hash) + ";");
            var octets = signedOctets(hashed + "\r\n" + body);
            var signed = sign(signature.algorithm(), octets, key);
            return hashed.replaceFirst("; b=", "; b=" + base64(signed)) + "\r\n" + body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(Algorithm algorithm, byte[] octets, KeyPair key)
            throws GeneralSecurityException {
        var signer = Signature.getInstance(algorithm.jdkName());
        signer.initSign(key.getPrivate());
        signer.update(
                algorithm == Algorithm.ED25519_SHA256
                        ? MessageDigest.getInstance("SHA-256").digest(octets)
                        : octets);
        return signer.sign();
    }

    private static byte[] signedOctets(String message) throws IOException {
        try (var reader = MessageReader.open(RawMessage.of(octets(message)))) {
            return SignedHeader.octets(read(message), reader.header());
        }
    }

    /// The signature before it is complete.
    private static DkimSignature read(String message) throws IOException {
        try (var reader = MessageReader.open(RawMessage.of(octets(message)))) {
            var tags = SignatureTags.read(reader.header().fields().getFirst());
            return new DkimSignature(
                    tags,
                    Algorithm.of(tags.raw("a")).orElseThrow(),
                    Canonicalization.of(tags.raw("c").split("/", -1)[0]).orElseThrow(),
                    Canonicalization.of(tags.raw("c").split("/", -1)[1]).orElseThrow(),
                    Names.read(tags.raw("d")),
                    tags.raw("s"),
                    DkimSignature.names(tags.raw("h")),
                    Numbers.read(tags.raw("l")).orElse(DkimSignature.WHOLE));
        }
    }

    /// The keys of this class at the selectors `rsa` and `ed` of example.org.
    static Dns dns() {
        return Lab.texts(
                Map.of(
                        "rsa._domainkey.example.org",
                        "v=DKIM1; k=rsa; p=" + base64(RSA.getPublic().getEncoded()),
                        "ed._domainkey.example.org",
                        "v=DKIM1; k=ed25519; p=" + base64(raw(ED25519))));
    }

    private static byte[] raw(KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - ED25519_OCTETS, encoded.length);
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
