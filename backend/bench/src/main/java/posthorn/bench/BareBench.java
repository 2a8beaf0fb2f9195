package posthorn.bench;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What the Java machine itself can do: the measure for everything that hashes and verifies.
@State(Scope.Benchmark)
public class BareBench {

    private static final int MEGABYTE = 1 << 20;

    private final byte[] data = new byte[MEGABYTE];
    private final byte[] signed = new byte[32];
    private final Signed rsa = Signed.by("RSA", "SHA256withRSA", signed);
    private final Signed ed25519 = Signed.by("Ed25519", "Ed25519", signed);

    /// One megabyte.
    @Benchmark
    public byte[] sha256() throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }

    @Benchmark
    public boolean rsa() throws GeneralSecurityException {
        return rsa.verifies(signed);
    }

    @Benchmark
    public boolean ed25519() throws GeneralSecurityException {
        return ed25519.verifies(signed);
    }

    private static final class Signed {

        private final String algorithm;
        private final PublicKey key;
        private final byte[] signature;

        private Signed(String algorithm, PublicKey key, byte[] signature) {
            this.algorithm = algorithm;
            this.key = key;
            this.signature = signature;
        }

        static Signed by(String type, String algorithm, byte[] data) {
            try {
                var generator = KeyPairGenerator.getInstance(type);
                if (type.equals("RSA")) {
                    generator.initialize(2048);
                }
                var pair = generator.generateKeyPair();
                var signature = Signature.getInstance(algorithm);
                signature.initSign(pair.getPrivate());
                signature.update(data);
                return new Signed(algorithm, pair.getPublic(), signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has " + algorithm, e);
            }
        }

        boolean verifies(byte[] data) throws GeneralSecurityException {
            var verifying = Signature.getInstance(algorithm);
            verifying.initVerify(key);
            verifying.update(data);
            return verifying.verify(signature);
        }
    }
}
