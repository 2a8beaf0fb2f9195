package posthorn.engine.dnssec;

import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.dnssec.DnssecFacts.Delegated;
import posthorn.engine.dnssec.DnssecFacts.Standing;
import posthorn.engine.outside.Rdata;

/// Names that a zone denies are hashed once; hashing them again protects nothing, and above a
/// number resolvers take the denial for unsigned or refuse it (RFC 9276 §3).
final class Iterations implements Rule<DnssecFacts> {

    private static final int MOST = 100;

    @Override
    public List<Finding> judge(DnssecFacts facts) {
        return facts instanceof Delegated delegated
                        && delegated.standing() instanceof Standing.Secure secure
                ? judge(delegated, secure.hashings())
                : List.of();
    }

    /// Records with flags are being put together or taken down (RFC 5155 §4.1.2); of several in use
    /// the mildest counts, for the others may be on their way out.
    private static List<Finding> judge(Delegated facts, List<Rdata.Nsec3Param> hashings) {
        int iterations =
                hashings.stream()
                        .filter(hashing -> hashing.flags() == 0)
                        .mapToInt(Rdata.Nsec3Param::iterations)
                        .min()
                        .orElse(0);
        return iterations == 0
                ? List.of()
                : List.of(
                        Finding.of(
                                        iterations > MOST ? WARNING : NOTICE,
                                        "dnssec.nsec3-iterations",
                                        facts.domain())
                                .with("zone", facts.zone())
                                .with("iterations", iterations));
    }
}
