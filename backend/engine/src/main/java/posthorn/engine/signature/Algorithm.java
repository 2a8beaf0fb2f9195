package posthorn.engine.signature;

import java.util.Optional;

/// A signing algorithm (RFC 6376 §3.3, RFC 8463 §3).
public enum Algorithm {
    RSA_SHA256("rsa-sha256", "rsa", "SHA-256", "SHA256withRSA"),
    ED25519_SHA256("ed25519-sha256", "ed25519", "SHA-256", "Ed25519"),
    /// Historic: counts as failed (RFC 8301 §3.1).
    RSA_SHA1("rsa-sha1", "rsa", "SHA-1", "SHA1withRSA");

    private final String text;
    private final String keyType;
    private final String hash;
    private final String jdkName;

    Algorithm(String text, String keyType, String hash, String jdkName) {
        this.text = text;
        this.keyType = keyType;
        this.hash = hash;
        this.jdkName = jdkName;
    }

    /// The word in a signature.
    public String text() {
        return text;
    }

    /// The word for its keys in a key record.
    public String keyType() {
        return keyType;
    }

    /// The word for its hash in a key record.
    public String keyHash() {
        return text.substring(keyType.length() + 1);
    }

    String hash() {
        return hash;
    }

    String jdkName() {
        return jdkName;
    }

    static Optional<Algorithm> of(String text) {
        return switch (text) {
            case "rsa-sha256" -> Optional.of(RSA_SHA256);
            case "ed25519-sha256" -> Optional.of(ED25519_SHA256);
            case "rsa-sha1" -> Optional.of(RSA_SHA1);
            default -> Optional.empty();
        };
    }
}
