package posthorn.bench;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import posthorn.engine.dkim.DkimKeyRecord;

/// Published keys.
@State(Scope.Benchmark)
public class DkimBench {

    private final String record = record();

    private static String record() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var key = generator.generateKeyPair().getPublic().getEncoded();
            return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    /// An RSA key of 2048 bits.
    @Benchmark
    public DkimKeyRecord parse() {
        return DkimKeyRecord.read(record);
    }
}
