package posthorn.engine.spf;

import java.util.List;
import java.util.Optional;

/// What a record says about one mail, and why.
///
/// @param path the terms that led to the result, from the domain's own record inwards; the last one
///   matched or is where evaluation ended; empty if none did
/// @param explanation the domain's words for refused mail, or empty
/// @param lookups terms that asked the DNS (RFC 7208 §4.6.4)
/// @param voids those whose answer was empty
public record SpfResult(
        Result result, Reason reason, List<Step> path, String explanation, int lookups, int voids) {

    /// A term of a domain's record.
    public record Step(String domain, String term) {}

    /// Why a result is what it is.
    public enum Reason {
        /// The last term of the path matched.
        MATCHED,
        /// No term matched, and there is no redirect.
        NOTHING_MATCHED,
        /// The domain has no record.
        NO_RECORD,
        /// The identity holds no domain name.
        NO_DOMAIN,
        /// A record breaks the grammar.
        SYNTAX,
        /// A domain has several records.
        SEVERAL_RECORDS,
        /// The target of an include or redirect has no record.
        NO_TARGET_RECORD,
        /// More than ten terms would ask the DNS.
        TOO_MANY_LOOKUPS,
        /// More than two terms got an empty answer.
        TOO_MANY_VOIDS,
        /// A domain of an `mx` has more than ten MX hosts.
        TOO_MANY_MX,
        /// The DNS did not answer.
        DNS_FAILED,
        /// Evaluation took longer than 20 seconds.
        OUT_OF_TIME
    }

    public SpfResult {
        path = List.copyOf(path);
    }

    /// The term that matched, with the domain whose record holds it.
    public Optional<Step> matched() {
        return reason == Reason.MATCHED ? Optional.of(path.getLast()) : Optional.empty();
    }
}
