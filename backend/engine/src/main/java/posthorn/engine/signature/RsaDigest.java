package posthorn.engine.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;

/// The hash inside an RSA signature (RFC 8017 §9.2): whoever has the public key can take it out.
final class RsaDigest {

    /// What stands before a SHA-256 hash (RFC 8017 §9.2, note 1).
    private static final byte[] SHA256_HEAD =
            HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    private static final int SHA256_LENGTH = 32;

    private RsaDigest() {}

    /// The hash, or nothing if the signature was not made with the private key to this one.
    static Optional<byte[]> in(byte[] signature, PublicKey key) {
        try {
            var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            return hash(cipher.doFinal(signature));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /// 0, 1, octets of 255, 0, the head, the hash.
    private static Optional<byte[]> hash(byte[] block) {
        int hash = block.length - SHA256_LENGTH;
        int head = hash - SHA256_HEAD.length;
        boolean fits =
                head > 3
                        && block[0] == 0
                        && block[1] == 1
                        && block[head - 1] == 0
                        && isFilled(block, 2, head - 1)
                        && Arrays.equals(block, head, hash, SHA256_HEAD, 0, SHA256_HEAD.length);
        return fits ? Optional.of(Arrays.copyOfRange(block, hash, block.length)) : Optional.empty();
    }

    private static boolean isFilled(byte[] block, int from, int to) {
        for (int i = from; i < to; i++) {
            if (block[i] != (byte) 0xff) {
                return false;
            }
        }
        return true;
    }
}
