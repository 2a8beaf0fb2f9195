package posthorn.engine.dmarc;

import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;

/// Which policy applies to mail of an Author Domain (RFC 9989 §4.10.1).
public sealed interface Discovery {

    /// A policy.
    ///
    /// @param source the name whose record applies
    /// @param published the policy the record names for the Author Domain
    record Found(DnsName source, DmarcRecord record, Policy published) implements Discovery {

        /// The policy after `t=y` lowered it.
        public Policy inEffect() {
            return record.isTesting() ? published.lowered() : published;
        }
    }

    /// There is none.
    record None() implements Discovery {}

    /// An answer that would decide is missing.
    record Open() implements Discovery {}

    /// Finds the policy: of the start itself, else of its Organizational Domain, else of the public
    /// suffix domain. Whether the start exists is asked only where that decides.
    static Discovery of(TreeWalk walk, Dns dns) {
        var own = walk.own();
        if (own.answer().isFailed()) {
            return new Open();
        }
        if (own.record().isPresent()) {
            var record = own.record().get();
            return found(own.name(), record, record.ownPolicy());
        }
        if (!walk.open().isEmpty()) {
            return new Open();
        }
        return Stream.of(walk.at(walk.organizationalDomain()), walk.psd())
                .flatMap(Optional::stream)
                .filter(step -> step.record().isPresent())
                .findFirst()
                .map(step -> inherited(step, walk.start(), dns))
                .orElseGet(None::new);
    }

    private static Discovery inherited(TreeWalk.Step step, DnsName start, Dns dns) {
        var record = step.record().orElseThrow();
        var existing = record.inheritedPolicy(true);
        var missing = record.inheritedPolicy(false);
        if (existing.equals(missing)) {
            return found(step.name(), record, existing);
        }
        return switch (Existence.of(dns.txt(start))) {
            case EXISTS -> found(step.name(), record, existing);
            case MISSING -> found(step.name(), record, missing);
            case UNKNOWN -> new Open();
        };
    }

    private static Discovery found(DnsName source, DmarcRecord record, Optional<Policy> policy) {
        return policy.<Discovery>map(p -> new Found(source, record, p)).orElseGet(None::new);
    }
}
