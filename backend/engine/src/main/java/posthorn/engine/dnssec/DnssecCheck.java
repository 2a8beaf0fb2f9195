package posthorn.engine.dnssec;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;
import posthorn.engine.dnssec.DnssecFacts.Delegated;
import posthorn.engine.dnssec.DnssecFacts.Standing;

/// The check `dnssec`.
public final class DnssecCheck {

    private DnssecCheck() {}

    /// Whether answers about the domain are signed, and hold.
    public static Check<Target, DnssecFacts> check() {
        return new Check<>(
                "dnssec",
                new DnssecProbe(),
                DnssecProbe::records,
                List.of(
                        new Silence(),
                        new Refusal(),
                        new Chain(),
                        new SignatureAge(),
                        new AlgorithmStrength(),
                        new Iterations(),
                        new UnsignedHosts()),
                DnssecCheck::ok);
    }

    private static List<Finding> ok(DnssecFacts facts) {
        return facts instanceof Delegated delegated
                        && delegated.standing() instanceof Standing.Secure
                ? List.of(
                        info("dnssec.secure", facts.domain())
                                .with("zone", delegated.zone())
                                .with("algorithms", AlgorithmStrength.names(delegated.signers()))
                                .with("signers", Refusal.texts(delegated.signers())))
                : List.of();
    }
}
