package posthorn.engine.dkim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Target;
import posthorn.engine.dkim.SelectorFacts.Keyed;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;

/// What the DNS says about the keys of a domain.
public sealed interface DkimFacts {

    /// Shorter RSA keys must not be accepted (RFC 8301 §3.2).
    int SHORTEST_RSA = 1024;

    /// What was checked.
    Target target();

    /// The domain does not send: keys do not matter.
    record NotApplicable(Target target) implements DkimFacts {}

    /// The domain is parked: only `*._domainkey` was asked.
    record Parked(Target target, Answer<Rdata.Text> wildcard) implements DkimFacts {

        /// Whether `*._domainkey` withdraws all keys.
        public boolean isWithdrawn() {
            return !wildcard.records().isEmpty()
                    && wildcard.records().stream()
                            .map(Rdata.Text::joined)
                            .allMatch(text -> DkimKeyRecord.read(text).isRevoked());
        }
    }

    /// The selectors of a domain that sends.
    ///
    /// @param root what is at `_domainkey` itself
    /// @param guard what is at a selector that nobody uses
    /// @param practices what is at `_adsp._domainkey` (RFC 5617)
    /// @param selectors all that were asked, in the order of asking
    /// @param at when they were asked
    record Probed(
            Target target,
            Answer<Rdata.Text> root,
            Answer<Rdata.Text> guard,
            Answer<Rdata.Text> practices,
            List<SelectorFacts> selectors,
            Instant at)
            implements DkimFacts {
        public Probed {
            selectors = List.copyOf(selectors);
        }

        /// The selectors with one record.
        public List<SelectorFacts.Keyed> keyed() {
            return of(SelectorFacts.Keyed.class).toList();
        }

        /// Whether a key is there with which signatures can be verified.
        public boolean hasUsableKey() {
            return keyed().stream().anyMatch(key -> key.record().isUsable());
        }

        /// Whether signatures of the domain can be verified; empty where that cannot be said,
        /// because an answer is missing or nobody knows the selectors.
        public Optional<Boolean> canBeVerified() {
            if (hasUsableKey()) {
                return Optional.of(true);
            }
            boolean knowsAll =
                    root instanceof Answer.NxDomain
                            || selectors.stream().anyMatch(s -> !s.isGuessed());
            return knowsAll && !isSilentSomewhere() ? Optional.of(false) : Optional.empty();
        }

        /// The lengths of the RSA keys that are there, in bits.
        public List<Integer> rsaBits() {
            return keyed().stream().flatMap(Keyed::rsa).map(DkimKey.Rsa::bits).sorted().toList();
        }

        /// Whether a question that could have led to a key stayed open.
        public boolean isSilentSomewhere() {
            return root.isFailed()
                    || guard.isFailed()
                    || of(SelectorFacts.Silent.class).findAny().isPresent();
        }

        /// Whether anything stands at a selector, good or bad.
        public boolean hasAnything() {
            return selectors.stream()
                    .anyMatch(s ->
                            s instanceof SelectorFacts.Keyed
                                    || s instanceof SelectorFacts.Several
                                    || s instanceof SelectorFacts.Dangling);
        }

        <S extends SelectorFacts> Stream<S> of(Class<S> kind) {
            return selectors.stream().filter(kind::isInstance).map(kind::cast);
        }
    }

    /// The failure behind an answer that is none.
    static List<Failure> failure(Answer<?> answer) {
        return answer instanceof Answer.Failed<?>(var failure, _, _) ? List.of(failure) : List.of();
    }
}
