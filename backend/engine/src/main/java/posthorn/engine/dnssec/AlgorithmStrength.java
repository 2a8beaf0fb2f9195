package posthorn.engine.dnssec;

import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.dnssec.Algorithms.Strength;
import posthorn.engine.dnssec.DnssecFacts.Delegated;
import posthorn.engine.outside.Rdata;

/// Old algorithms: some resolvers, or all, take the zone for unsigned. One good way into the zone
/// is enough.
final class AlgorithmStrength implements Rule<DnssecFacts> {

    @Override
    public List<Finding> judge(DnssecFacts facts) {
        if (!(facts instanceof Delegated delegated)) {
            return List.of();
        }
        return switch (Algorithms.of(delegated.signers())) {
            case GOOD -> List.of();
            case OLD, DEAD ->
                    List.of(
                            Finding.of(
                                            Algorithms.of(delegated.signers()) == Strength.DEAD
                                                    ? WARNING
                                                    : NOTICE,
                                            "dnssec.weak-alg",
                                            facts.domain())
                                    .with("zone", delegated.zone())
                                    .with("algorithms", names(delegated.signers()))
                                    .with("signers", Refusal.texts(delegated.signers())));
        };
    }

    static List<String> names(List<Rdata.Ds> signers) {
        return signers.stream()
                .map(Rdata.Ds::algorithm)
                .sorted()
                .distinct()
                .map(Algorithms::name)
                .toList();
    }
}
