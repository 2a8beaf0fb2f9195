package posthorn.engine.dnssec;

import static posthorn.engine.check.Finding.notice;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Rule;
import posthorn.engine.dnssec.Algorithms.Strength;
import posthorn.engine.dnssec.DnssecFacts.Delegated;
import posthorn.engine.dnssec.DnssecFacts.Standing;
import posthorn.engine.dnssec.DnssecFacts.Unsigned;

/// From the root to the zone each must vouch for the next (RFC 4035 §5.2). Where one does not, the
/// zone counts as unsigned, and nothing is refused.
final class Chain implements Rule<DnssecFacts> {

    @Override
    public List<Finding> judge(DnssecFacts facts) {
        if (facts.target().profile() == Profile.PARKED) {
            return List.of();
        }
        return switch (facts) {
            case Unsigned unsigned -> List.of(unsigned(unsigned));
            case Delegated delegated -> insecure(delegated);
            case DnssecFacts.Missing _, DnssecFacts.Unanswered _ -> List.of();
        };
    }

    private static Finding unsigned(Unsigned facts) {
        var code = facts.ready().isEmpty() ? "dnssec.unsigned" : "dnssec.no-ds";
        var finding = notice(code, facts.domain()).with("zone", facts.zone());
        return facts.ready().isEmpty()
                ? finding
                : finding.with("ready", Refusal.texts(facts.ready()));
    }

    /// Where the algorithm is why, that is said about the algorithm.
    private static List<Finding> insecure(Delegated facts) {
        return facts.standing() instanceof Standing.Insecure(boolean above)
                        && (above || Algorithms.of(facts.signers()) == Strength.GOOD)
                ? List.of(
                        notice("dnssec.insecure", facts.domain())
                                .with("zone", facts.zone())
                                .with("chainFault", above ? "ABOVE" : "UNKNOWN_ALGORITHM")
                                .with("algorithms", AlgorithmStrength.names(facts.signers())))
                : List.of();
    }
}
