package posthorn.engine.signature;

import java.util.List;
import posthorn.engine.dkim.DkimKeyRecord;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;

/// What stands where the key of a signature should be published.
public sealed interface SignatureKey {

    /// Nobody asked.
    record Unasked() implements SignatureKey {}

    /// The DNS did not say.
    record Silent(DnsName name, Failure failure) implements SignatureKey {}

    /// Nothing.
    record Missing(DnsName name) implements SignatureKey {}

    /// Records, usually one. With several the outcome is left to the verifier (RFC 6376 §3.6.2.2);
    /// we try each.
    record Published(DnsName name, List<DkimKeyRecord> records) implements SignatureKey {
        public Published {
            records = List.copyOf(records);
        }
    }
}
