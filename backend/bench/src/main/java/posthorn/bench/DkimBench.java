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

/// DKIM of messages in memory.
@State(Scope.Benchmark)
public class DkimBench {

    static final int SMALL = 5 * 1024;
    static final int LARGE = 1 << 20;

    private final Mail small = new Mail(SignedMessage.rsa(SMALL));
    private final Mail smallEd25519 = new Mail(SignedMessage.ed25519(SMALL));
    private final Mail large = new Mail(SignedMessage.rsa(LARGE));
    private final String record = SignedMessage.rsa(0).record();

    @Benchmark
    public List<SignatureResult> verify() throws IOException {
        return small.verify();
    }

    @Benchmark
    public List<SignatureResult> verifyEd25519() throws IOException {
        return smallEd25519.verify();
    }

    @Benchmark
    public List<SignatureResult> verifyLarge() throws IOException {
        return large.verify();
    }

    /// The record of an RSA key of 2048 bits.
    @Benchmark
    public DkimKeyRecord parse() {
        return DkimKeyRecord.read(record);
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
