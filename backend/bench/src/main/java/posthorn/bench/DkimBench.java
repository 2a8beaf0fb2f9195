package posthorn.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import posthorn.engine.dkim.DkimKeyRecord;
import posthorn.engine.message.RawMessage;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.Source;
import posthorn.engine.signature.DkimVerifier;
import posthorn.engine.signature.Reason;
import posthorn.engine.signature.SignatureResult;

/// DKIM of messages in memory. Each benchmark makes its own message: making keys of another kind
/// would teach the compiler of the Java machine what this one does not need.
public class DkimBench {

    static final int SMALL = 5 * 1024;
    static final int LARGE = 1 << 20;

    /// A small message, signed by RSA.
    @State(Scope.Benchmark)
    public static class Small {
        private final Mail mail = new Mail(SignedMessage.rsa(SMALL));
    }

    /// A small message, signed by Ed25519.
    @State(Scope.Benchmark)
    public static class SmallEd25519 {
        private final Mail mail = new Mail(SignedMessage.ed25519(SMALL));
    }

    /// A large message, signed by RSA.
    @State(Scope.Benchmark)
    public static class Large {
        private final Mail mail = new Mail(SignedMessage.rsa(LARGE));
    }

    /// The record of an RSA key of 2048 bits.
    @State(Scope.Benchmark)
    public static class KeyText {
        private final String text = SignedMessage.rsa(0).record();
    }

    @Benchmark
    public List<SignatureResult> verify(Small small) throws IOException {
        return small.mail.verify();
    }

    @Benchmark
    public List<SignatureResult> verifyEd25519(SmallEd25519 small) throws IOException {
        return small.mail.verify();
    }

    @Benchmark
    public List<SignatureResult> verifyLarge(Large large) throws IOException {
        return large.mail.verify();
    }

    @Benchmark
    public DkimKeyRecord parse(KeyText key) {
        return DkimKeyRecord.read(key.text);
    }

    private static final class Mail {

        private final RawMessage message;
        private final DkimVerifier verifier;

        Mail(SignedMessage signed) {
            message = RawMessage.of(signed.octets());
            verifier = new DkimVerifier(dns(signed.record()), Clock.systemUTC());
        }

        private static Dns dns(String record) {
            var key = List.<Rdata>of(Rdata.Text.of(record));
            var answer = new Answer.Data<>(key, 300, false, List.of(), Source.local("memory"));
            return _ -> answer;
        }

        List<SignatureResult> verify() throws IOException {
            var results = verifier.verify(message);
            if (!(results.getFirst() instanceof SignatureResult.Checked(_, _, var reason))
                    || reason != Reason.HOLDS) {
                throw new IllegalStateException("does not verify: " + results);
            }
            return results;
        }
    }
}
