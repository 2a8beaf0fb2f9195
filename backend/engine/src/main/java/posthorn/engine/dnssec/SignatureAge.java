package posthorn.engine.dnssec;

import static posthorn.engine.check.Finding.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.dnssec.DnssecFacts.Delegated;
import posthorn.engine.dnssec.DnssecFacts.Standing;
import posthorn.engine.outside.Rdata;

/// Signatures that should have been made anew. Signers in use do that when a tenth of the lifetime
/// is left, at the latest; so less than a twelfth, and less than three days, is a signer that
/// stands still. Signatures of four days or less are made with each answer, or nearly so: of them
/// nothing can be told in advance.
final class SignatureAge implements Rule<DnssecFacts> {

    private static final Duration LEAST = Duration.ofDays(3);
    private static final Duration SHORT = Duration.ofDays(4);
    private static final int PART = 12;

    @Override
    public List<Finding> judge(DnssecFacts facts) {
        return facts instanceof Delegated delegated
                        && delegated.standing() instanceof Standing.Secure secure
                ? judge(delegated, secure.sets())
                : List.of();
    }

    private static List<Finding> judge(Delegated facts, List<SignedSet> sets) {
        var old = sets.stream().filter(set -> isOld(set, facts.at())).toList();
        Optional<Instant> end =
                old.stream()
                        .flatMap(set -> set.lasting().stream())
                        .map(Rdata.Rrsig::expiration)
                        .min(Instant::compareTo);
        return end.stream()
                .map(until ->
                        warning("dnssec.expiring", facts.domain())
                                .with("zone", facts.zone())
                                .with("types", old.stream().map(SignedSet::type).toList())
                                .with("until", minute(until)))
                .toList();
    }

    private static boolean isOld(SignedSet set, Instant at) {
        return set.lasting().filter(signature -> isOld(signature, at)).isPresent();
    }

    static boolean isOld(Rdata.Rrsig signature, Instant at) {
        var left = Duration.between(at, signature.expiration());
        var life = Duration.between(signature.inception(), signature.expiration());
        return life.compareTo(SHORT) > 0
                && left.compareTo(LEAST) < 0
                && left.compareTo(life.dividedBy(PART)) < 0;
    }

    private static String minute(Instant instant) {
        return instant.toString().substring(0, "2026-11-24T12:00".length()).replace('T', ' ')
                + " UTC";
    }
}
