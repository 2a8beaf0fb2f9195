package posthorn.engine.signature;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Map;
import posthorn.engine.outside.Dns;

/// Messages signed for tests, with keys made for them.
final class Signed {

    static final KeyPair RSA = TestSigner.pair("RSA", 2048);
    static final KeyPair OTHER_RSA = TestSigner.pair("RSA", 2048);
    static final KeyPair ED25519 = TestSigner.pair("Ed25519", 255);

    private Signed() {}

    /// The message with a signature on top. `tags` are all but `b` and `bh`, and name `a`, `c`,
    /// `h`.
    static String message(String tags, String header, String body, KeyPair key) {
        return TestSigner.signed("DKIM-Signature: v=1; " + tags, header, body, key)
                + header
                + "\r\n"
                + body;
    }

    /// The keys of this class at the selectors `rsa` and `ed` of example.org.
    static Dns dns() {
        return Lab.texts(
                Map.of(
                        "rsa._domainkey.example.org",
                        "v=DKIM1; k=rsa; p=" + base64(RSA.getPublic().getEncoded()),
                        "ed._domainkey.example.org",
                        "v=DKIM1; k=ed25519; p=" + TestSigner.publicKey(ED25519)));
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
