package posthorn.engine.dkim;

import java.math.BigInteger;

/// What the `p` tag of a key record holds (RFC 6376 §3.6.1).
public sealed interface DkimKey {

    /// An RSA key.
    ///
    /// @param bare whether it is an RSAPublicKey alone (RFC 8017 §A.1.1) rather than inside a
    ///   SubjectPublicKeyInfo, the form in use
    record Rsa(BigInteger modulus, BigInteger exponent, boolean bare) implements DkimKey {

        /// The length of the modulus.
        public int bits() {
            return modulus.bitLength();
        }

        /// Part of the modulus tells keys apart; all of it takes long.
        @Override
        public int hashCode() {
            return modulus.intValue();
        }
    }

    /// An Ed25519 key: 32 octets (RFC 8463 §4), here in base64.
    record Ed25519(String base64) implements DkimKey {}

    /// The key is withdrawn: `p` is empty.
    record Revoked() implements DkimKey {}

    /// An Ed25519 key that is not 32 octets long.
    ///
    /// @param raw the 32 octets inside in base64, where they can be told
    record WrongLength(int octets, String raw) implements DkimKey {}

    /// A kind of key that no standard names for mail.
    record UnknownType(String type) implements DkimKey {}

    /// No key can be read.
    ///
    /// @param position of the first character, or for DER of the first octet, that is wrong
    /// @param octets how many could be decoded
    record Damaged(Problem problem, int position, int octets) implements DkimKey {}

    /// What is wrong with a damaged key.
    enum Problem {
        /// There is no `p` tag.
        MISSING,
        /// Quotation marks or backslashes stand inside.
        QUOTES,
        /// A character is none of base64, or there is none too many or too few.
        BASE64,
        /// The end is missing.
        CUT,
        /// The octets are not the structure of a public key.
        DER,
        /// A key, but of another algorithm.
        ALGORITHM
    }

    /// Whether signatures can be verified with it.
    default boolean isUsable() {
        return this instanceof Rsa || this instanceof Ed25519;
    }
}
