package posthorn.engine.signature;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import posthorn.engine.message.HeaderField;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.message.MessageReader;
import posthorn.engine.message.RawMessage;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.signature.SignatureResult.Checked;
import posthorn.engine.signature.SignatureResult.Unread;

/// Verifies the DKIM signatures of a message (RFC 6376 §6), in one pass over it.
public final class DkimVerifier {

    /// Of more signatures in a message the lower ones are not verified.
    public static final int MAX_SIGNATURES = 10;

    private static final String FIELD = "dkim-signature";

    private final KeyLookup lookup;
    private final KeyFit fit;
    private final Clock clock;
    private final Leniency leniency;

    /// A verifier that asks `dns` for keys and takes the time from `clock`.
    public DkimVerifier(Dns dns, Clock clock) {
        this(dns, clock, Leniency.NONE);
    }

    DkimVerifier(Dns dns, Clock clock, Leniency leniency) {
        this.lookup = new KeyLookup(dns);
        this.fit = new KeyFit(leniency);
        this.clock = clock;
        this.leniency = leniency;
    }

    /// One result for each signature, from top to bottom.
    ///
    /// @throws IOException when the message cannot be read
    public List<SignatureResult> verify(RawMessage message) throws IOException {
        try (var reader = MessageReader.open(message)) {
            var plan = plan(reader.header());
            var hashes = new BodyHashes(plan.bodyRequests());
            reader.body(hashes);
            return plan.results(hashes);
        }
    }

    /// What the signatures of this header section need. Others may want to look at the same body,
    /// so that it is read once for all.
    public Plan plan(HeaderSection header) {
        return new Plan(header);
    }

    /// The signatures of one message before its body has been seen.
    public final class Plan {

        private final HeaderSection header;
        private final List<SignatureResult> read;

        private Plan(HeaderSection header) {
            this.header = header;
            var fields = header.all(FIELD);
            this.read = new ArrayList<>(fields.size());
            for (var field : fields) {
                read.add(read(field, read.size()));
            }
        }

        private SignatureResult read(HeaderField field, int position) {
            var tags = SignatureTags.read(field);
            if (position >= MAX_SIGNATURES) {
                return new Unread(tags, Reason.TOO_MANY, "");
            }
            if (header.isCut()) {
                return new Unread(tags, Reason.HEADER_TOO_LARGE, "");
            }
            try {
                var signature = SignatureReader.dkim(tags, leniency);
                return signature.algorithm() == Algorithm.RSA_SHA1 && !leniency.sha1()
                        ? new Unread(tags, Reason.SHA1, "a")
                        : new Checked(signature, new SignatureKey.Unasked(), Reason.HOLDS);
            } catch (SignatureReader.Unreadable e) {
                return new Unread(tags, e.reason(), e.tag());
            }
        }

        /// The hashes of the body that are needed.
        public List<BodyHashes.Request> bodyRequests() {
            var requests = new LinkedHashSet<BodyHashes.Request>();
            signatures().forEach(signature -> requests.add(signature.bodyRequest()));
            return List.copyOf(requests);
        }

        private List<DkimSignature> signatures() {
            var signatures = new ArrayList<DkimSignature>(read.size());
            for (var result : read) {
                if (result instanceof Checked(var signature, _, _)) {
                    signatures.add(signature);
                }
            }
            return signatures;
        }

        /// Fetches the keys and compares.
        public List<SignatureResult> results(BodyHashes hashes) {
            var names = new LinkedHashSet<DnsName>();
            signatures().forEach(signature -> names.add(signature.keyName()));
            var keys = lookup.at(names);
            var results = new ArrayList<SignatureResult>(read.size());
            for (var result : read) {
                results.add(
                        result instanceof Checked(var signature, _, _)
                                ? checked(signature, keys, hashes)
                                : result);
            }
            return List.copyOf(results);
        }

        private SignatureResult checked(
                DkimSignature signature, Map<DnsName, SignatureKey> keys, BodyHashes hashes) {
            var key = keys.getOrDefault(signature.keyName(), new SignatureKey.Unasked());
            var reason = reason(signature, key, hashes.of(signature.bodyRequest()));
            return new Checked(signature, key, inTime(signature, reason));
        }

        /// A signature whose time is over counts as failed, whatever the DNS would have said.
        private Reason inTime(DkimSignature signature, Reason reason) {
            boolean open = reason.result() == Result.PASS || reason.result() == Result.TEMPERROR;
            var end = signature.expiresAt();
            return open && end.isPresent() && clock.instant().getEpochSecond() > end.getAsLong()
                    ? Reason.EXPIRED
                    : reason;
        }

        private Reason reason(DkimSignature signature, SignatureKey key, BodyHashes.BodyHash body) {
            var ofKey =
                    fit.of(
                            signature.algorithm(),
                            key,
                            SignedHeader.octets(signature, header),
                            signature.signature(),
                            signature.identityDomain().equals(signature.domain()));
            if (ofKey != Reason.HOLDS && ofKey != Reason.SIGNATURE) {
                return ofKey;
            }
            return signature
                    .bodyReason(body)
                    .orElse(
                            ofKey == Reason.HOLDS && hasMoreFrom(signature)
                                    ? Reason.FROM_ADDED
                                    : ofKey);
        }

        /// Signing From twice guards against a second one; most do not, so that it counts as signed
        /// in any case.
        private boolean hasMoreFrom(DkimSignature signature) {
            return header.all("from").size() > signature.timesSigned("from");
        }
    }
}
