package posthorn.engine.arc;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import posthorn.engine.message.HeaderField;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.message.MessageReader;
import posthorn.engine.message.RawMessage;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.signature.BodyHashes;
import posthorn.engine.signature.DkimSignature;
import posthorn.engine.signature.KeyFit;
import posthorn.engine.signature.KeyLookup;
import posthorn.engine.signature.Reason;
import posthorn.engine.signature.SignatureResult;

/// Validates the chain of a message (RFC 8617 §5.2), in one pass over it. Older message signatures
/// are verified too, although nothing depends on them: they tell how far back the message is as it
/// was.
public final class ArcVerifier {

    /// Forwarders sign bodies in one way or two. More ways, for which older signatures may ask, are
    /// not computed.
    private static final int MAX_BODIES = 4;

    private final KeyLookup lookup;
    private final KeyFit fit = new KeyFit();
    private final Clock clock;

    /// A verifier that asks `dns` for keys and takes the time from `clock`.
    public ArcVerifier(Dns dns, Clock clock) {
        this.lookup = new KeyLookup(dns);
        this.clock = clock;
    }

    /// The chain of this message.
    ///
    /// @throws IOException when the message cannot be read
    public ArcChain verify(RawMessage message) throws IOException {
        try (var reader = MessageReader.open(message)) {
            var plan = plan(reader.header());
            var hashes = new BodyHashes(plan.bodyRequests());
            reader.body(hashes);
            return plan.result(hashes);
        }
    }

    /// What the chain of this header section needs. Others may want to look at the same body, so
    /// that it is read once for all.
    public Plan plan(HeaderSection header) {
        return new Plan(header);
    }

    /// The chain of one message before its body has been seen.
    public final class Plan {

        private final HeaderSection header;
        private final ChainFields chain;
        private final List<ArcSet> read;

        private Plan(HeaderSection header) {
            this.header = header;
            this.chain = ChainFields.read(header);
            this.read = isWhole() ? chain.sets().stream().map(SetReader::read).toList() : List.of();
        }

        private boolean isWhole() {
            return chain.reason() == ChainReason.HOLDS;
        }

        /// The hashes of the body that are needed, the newest signature's first.
        public List<BodyHashes.Request> bodyRequests() {
            return read.reversed().stream()
                    .flatMap(Plan::signature)
                    .flatMap(SetVerifier::variants)
                    .map(DkimSignature::bodyRequest)
                    .distinct()
                    .limit(MAX_BODIES)
                    .toList();
        }

        private static Stream<DkimSignature> signature(ArcSet set) {
            return set.message() instanceof SignatureResult.Checked(var signature, _, _)
                    ? Stream.of(signature)
                    : Stream.empty();
        }

        private Set<DnsName> keyNames() {
            return read.stream().flatMap(Plan::keyNames).collect(Collectors.toSet());
        }

        private static Stream<DnsName> keyNames(ArcSet set) {
            var seal =
                    set.seal() instanceof SealResult.Checked(var signature, _, _)
                            ? Stream.of(signature.keyName())
                            : Stream.<DnsName>empty();
            return Stream.concat(signature(set).map(DkimSignature::keyName), seal);
        }

        /// The chain when the body could not be read.
        public ArcChain unread() {
            return isWhole()
                    ? untried(ChainReason.MESSAGE_UNREAD, Reason.MESSAGE_UNREAD)
                    : untried(chain.reason(), Reason.NOT_TRIED);
        }

        private ArcChain untried(ChainReason reason, Reason each) {
            var sets = chain.sets().stream().map(set -> SetReader.untried(set, each)).toList();
            return new ArcChain(reason, chain.instance(), sets);
        }

        /// Fetches the keys and compares.
        public ArcChain result(BodyHashes hashes) {
            if (!isWhole()) {
                return unread();
            }
            var keys = lookup.at(keyNames());
            return Decision.on(
                    sets(
                            new SetVerifier(
                                    header, keys, fit, hashes, bodyRequests(), clock.instant())));
        }

        private List<ArcSet> sets(SetVerifier verifier) {
            var sealed = new ArrayList<HeaderField>();
            var sets = new ArrayList<ArcSet>();
            for (int i = 0; i < read.size(); i++) {
                var set = read.get(i);
                var fields = chain.sets().get(i);
                sealed.add(fields.results());
                sealed.add(fields.message().field());
                sets.add(
                        new ArcSet(
                                set.instance(),
                                set.claims(),
                                verifier.message(set.message()),
                                verifier.seal(set.seal(), sealed)));
                sealed.add(fields.seal().field());
            }
            return sets;
        }
    }
}
