package posthorn.engine.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import posthorn.engine.message.HeaderField;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.message.MessageReader;
import posthorn.engine.message.OctetSink;
import posthorn.engine.message.RawMessage;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;

/// Signs messages for tests with DKIM and ARC, with a key made for it. Texts are Latin-1, with CR
/// LF; a header ends with the line end of its last field.
///
/// @param algorithm of `a`
public record TestSigner(Algorithm algorithm, String domain, String selector, KeyPair key) {

    private static final int ED25519_OCTETS = 32;
    private static final String MESSAGE = "arc-message-signature";
    private static final String SEAL = "arc-seal";
    private static final String RESULTS = "arc-authentication-results";

    /// A signer with an RSA key of 2048 bits.
    public static TestSigner rsa(String domain, String selector) {
        return new TestSigner(Algorithm.RSA_SHA256, domain, selector, pair("RSA", 2048));
    }

    /// A signer with an Ed25519 key.
    public static TestSigner ed25519(String domain, String selector) {
        return new TestSigner(Algorithm.ED25519_SHA256, domain, selector, pair("Ed25519", 255));
    }

    /// A DNS that knows the keys of these signers, and nothing else.
    public static Dns dns(TestSigner... signers) {
        var texts = new HashMap<String, String>();
        for (var signer : signers) {
            texts.put(signer.keyName().text(), signer.keyRecord());
        }
        return Lab.texts(texts);
    }

    /// Where the key is published.
    public DnsName keyName() {
        return DnsName.of(selector + "._domainkey." + domain);
    }

    /// The key record.
    public String keyRecord() {
        return "v=DKIM1; k=" + algorithm.keyType() + "; p=" + publicKey(key);
    }

    /// The header with a DKIM-Signature on top. `tags` are all but `v a d s bh b` and name `c` and
    /// `h`: `c=simple/relaxed; h=From:Subject; l=5; t=1; x=2; i=alice@example.org`.
    public String dkim(String tags, String header, String body) {
        return signed("DKIM-Signature: v=1; " + who() + tags, header, body, key) + header;
    }

    /// The same with a copy of the signed fields (`z`, RFC 6376 §3.5).
    public String dkimWithCopies(String tags, String header, String body) {
        var names = DkimSignature.names(tags.replaceFirst(".*h=([^;]*).*", "$1"));
        var copies =
                read(header).fields().stream()
                        .filter(field -> names.contains(field.name()))
                        .map(field -> copied(new String(field.octets(), latin1())))
                        .collect(Collectors.joining("|"));
        return dkim(tags + "; z=" + copies, header, body);
    }

    private static String copied(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c > ' ' && c < 0x7f && "=;|".indexOf(c) < 0;
            out.append(plain ? String.valueOf(c) : "=%02X".formatted((int) c));
        }
        return out.toString();
    }

    /// The header with an ARC set on top. `tags` as in [#dkim], `results` stand behind `i=`.
    public String arc(
            int instance, String status, String results, String tags, String header, String body) {
        return arc(instance, status, results, tags, header, sink -> feed(body, sink));
    }

    /// The same for a body that need not be in memory.
    public String arc(
            int instance,
            String status,
            String results,
            String tags,
            String header,
            Consumer<OctetSink> body) {
        var i = "i=" + instance + "; ";
        var claimed = "ARC-Authentication-Results: " + i + results + "\r\n" + header;
        var message =
                signed("ARC-Message-Signature: " + i + who() + tags, claimed, body, key) + claimed;
        return seal("ARC-Seal: " + i + who() + "cv=" + status, message) + message;
    }

    private String who() {
        return "a=" + algorithm.text() + "; d=" + domain + "; s=" + selector + "; ";
    }

    /// A seal over all sets of this header, the uppermost of which has none yet.
    public String seal(String field, String header) {
        var unsigned = HeaderField.of(field + "; b=");
        var fields = new ArrayList<HeaderField>();
        for (var name : List.of(RESULTS, MESSAGE, SEAL)) {
            fields.addAll(read(header).all(name).reversed());
        }
        var ordered =
                fields.stream()
                        .sorted((a, b) -> Integer.compare(instance(a), instance(b)))
                        .toList();
        var octets = SignedHeader.sealed(ordered, SignatureTags.read(unsigned));
        return field + "; b=" + base64(sign(algorithm, octets, key)) + "\r\n";
    }

    private static int instance(HeaderField field) {
        return Integer.parseInt(field.rawBody().strip().replaceFirst("^i=(\\d+).*", "$1"));
    }

    /// A signature field with its line end, for this header and body. `field` is all of it but `bh`
    /// and `b`.
    static String signed(String field, String header, String body, KeyPair key) {
        return signed(field, header, sink -> feed(body, sink), key);
    }

    private static String signed(
            String field, String header, Consumer<OctetSink> body, KeyPair key) {
        var request = signature(HeaderField.of(field)).bodyRequest();
        var hashes = new BodyHashes(List.of(request));
        body.accept(hashes);
        var hashed = field + "; bh=" + base64(hashes.of(request).octets()) + "; b=";
        var signature = signature(HeaderField.of(hashed));
        var octets = SignedHeader.octets(signature, read(header));
        return hashed + base64(sign(signature.algorithm(), octets, key)) + "\r\n";
    }

    /// The signature before it is complete.
    private static DkimSignature signature(HeaderField field) {
        var tags = SignatureTags.read(field);
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

    private static byte[] sign(Algorithm algorithm, byte[] octets, KeyPair key) {
        try {
            var signer = Signature.getInstance(algorithm.jdkName());
            signer.initSign(key.getPrivate());
            signer.update(
                    algorithm == Algorithm.ED25519_SHA256
                            ? MessageDigest.getInstance("SHA-256").digest(octets)
                            : octets);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HeaderSection read(String header) {
        try (var reader = MessageReader.open(RawMessage.of(octets(header + "\r\n")))) {
            return reader.header();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void feed(String body, OctetSink sink) {
        var octets = octets(body);
        sink.accept(octets, 0, octets.length);
    }

    private static byte[] octets(String text) {
        return text.getBytes(latin1());
    }

    private static java.nio.charset.Charset latin1() {
        return StandardCharsets.ISO_8859_1;
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    /// The value of `p` in its key record: Ed25519 keys stand there bare (RFC 8463 §4).
    static String publicKey(KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        boolean rsa = pair.getPublic().getAlgorithm().equals("RSA");
        int start = rsa ? 0 : encoded.length - ED25519_OCTETS;
        return base64(Arrays.copyOfRange(encoded, start, encoded.length));
    }

    static KeyPair pair(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
