package posthorn.engine.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import posthorn.engine.dkim.DkimKey;
import posthorn.engine.dkim.DkimKeyRecord;

/// Whether signed octets fit a signature and a published key.
public final class KeyFit {

    private static final int SHORT = 1024;
    private static final int LONG = 8192;

    /// The head of a SubjectPublicKeyInfo for Ed25519 (RFC 8410 §4).
    private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int MAX_OPENED = 256;

    /// The keys used before, in the form that verifies: one key signs many messages.
    private final Map<DkimKey, PublicKey> opened = new ConcurrentHashMap<>();

    private final Leniency leniency;

    /// Fits as strictly as the standards are.
    public KeyFit() {
        this(Leniency.NONE);
    }

    KeyFit(Leniency leniency) {
        this.leniency = leniency;
    }

    /// Whether the octets of an ARC field fit, by a key of its signer.
    public Reason arc(Algorithm algorithm, SignatureKey key, byte[] signed, byte[] signature) {
        return of(algorithm, key, signed, signature, true);
    }

    /// The first record with which the signature holds, else what is in the way of the first.
    ///
    /// @param identityInDomain whether `i` names the domain of `d` itself
    Reason of(
            Algorithm algorithm,
            SignatureKey key,
            byte[] signed,
            byte[] signature,
            boolean identityInDomain) {
        return switch (key) {
            case SignatureKey.Unasked _, SignatureKey.Missing _ -> Reason.KEY_MISSING;
            case SignatureKey.Silent _ -> Reason.KEY_SILENT;
            case SignatureKey.Published(_, var records) -> {
                var reasons = new ArrayList<Reason>(records.size());
                for (var record : records) {
                    var reason = one(algorithm, record, signed, signature, identityInDomain);
                    if (reason == Reason.HOLDS) {
                        yield reason;
                    }
                    reasons.add(reason);
                }
                yield reasons.isEmpty() ? Reason.KEY_MISSING : reasons.getFirst();
            }
        };
    }

    private Reason one(
            Algorithm algorithm,
            DkimKeyRecord record,
            byte[] signed,
            byte[] signature,
            boolean identityInDomain) {
        var obstacle = obstacle(algorithm, record, identityInDomain);
        return obstacle == Reason.HOLDS
                ? tried(algorithm, record.key(), signed, signature)
                : obstacle;
    }

    /// What in the record itself is in the way of using it (RFC 6376 §6.1.2); [Reason#HOLDS] if
    /// nothing is.
    private Reason obstacle(Algorithm algorithm, DkimKeyRecord record, boolean identityInDomain) {
        if (record.isRevoked()) {
            return Reason.KEY_REVOKED;
        }
        if (!record.faults().isEmpty()) {
            return Reason.KEY_UNREADABLE;
        }
        if (!record.accepts(algorithm.keyHash())) {
            return Reason.KEY_HASH;
        }
        if (!record.type().equals(algorithm.keyType())) {
            return Reason.KEY_TYPE;
        }
        if (!record.isForMail()) {
            return Reason.KEY_SERVICE;
        }
        if (record.isStrict() && !identityInDomain) {
            return Reason.KEY_IDENTITY;
        }
        return length(record.key());
    }

    private Reason length(DkimKey key) {
        if (!(key instanceof DkimKey.Rsa rsa)) {
            return Reason.HOLDS;
        }
        if (rsa.bits() < SHORT && !leniency.shortKeys()) {
            return Reason.KEY_SHORT;
        }
        return rsa.bits() > LONG ? Reason.KEY_LONG : Reason.HOLDS;
    }

    private Reason tried(Algorithm algorithm, DkimKey key, byte[] signed, byte[] signature) {
        try {
            return fits(algorithm, open(key), signed, signature) ? Reason.HOLDS : Reason.SIGNATURE;
        } catch (GeneralSecurityException e) {
            return Reason.KEY_UNREADABLE;
        }
    }

    private PublicKey open(DkimKey key) throws GeneralSecurityException {
        var known = opened.get(key);
        if (known != null) {
            return known;
        }
        var open = publicKey(key);
        if (opened.size() >= MAX_OPENED) {
            opened.clear();
        }
        opened.put(key, open);
        return open;
    }

    /// Whether the octets fit by this key.
    static boolean fits(Algorithm algorithm, DkimKey key, byte[] signed, byte[] signature) {
        try {
            return fits(algorithm, publicKey(key), signed, signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static boolean fits(Algorithm algorithm, PublicKey key, byte[] signed, byte[] signature) {
        try {
            var test = Signature.getInstance(algorithm.jdkName());
            test.initVerify(key);
            test.update(algorithm == Algorithm.ED25519_SHA256 ? sha256(signed) : signed);
            return test.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// Ed25519 signs the hash, not the text (RFC 8463 §3).
    private static byte[] sha256(byte[] signed) {
        MessageDigest digest = HashSink.digest("SHA-256");
        return digest.digest(signed);
    }

    static PublicKey publicKey(DkimKey key) throws GeneralSecurityException {
        return switch (key) {
            case DkimKey.Rsa rsa ->
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(rsa.modulus(), rsa.exponent()));
            case DkimKey.Ed25519(var base64) ->
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(spki(base64)));
            case DkimKey.Revoked _,
                    DkimKey.WrongLength _,
                    DkimKey.UnknownType _,
                    DkimKey.Damaged _ ->
                    throw new GeneralSecurityException("no key");
        };
    }

    private static byte[] spki(String base64) {
        var raw = Base64.getDecoder().decode(base64);
        var spki = java.util.Arrays.copyOf(ED25519_HEAD, ED25519_HEAD.length + raw.length);
        System.arraycopy(raw, 0, spki, ED25519_HEAD.length, raw.length);
        return spki;
    }
}
