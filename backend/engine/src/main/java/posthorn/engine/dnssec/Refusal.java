package posthorn.engine.dnssec;

import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Rule;
import posthorn.engine.dnssec.DnssecFacts.Delegated;
import posthorn.engine.dnssec.DnssecFacts.Standing;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.Rdata;

/// Answers that do not hold: whoever validates gets none (RFC 4035 §5.5).
final class Refusal implements Rule<DnssecFacts> {

    @Override
    public List<Finding> judge(DnssecFacts facts) {
        return facts instanceof Delegated delegated
                        && delegated.standing() instanceof Standing.Bogus bogus
                        && isProven(delegated, bogus)
                ? List.of(refused(delegated, bogus))
                : List.of();
    }

    /// A resolver that fails for another reason, and has recovered when it is asked to look away,
    /// seems to refuse too. So either the published records show why, or it gives no answer at all.
    static boolean isProven(Delegated facts, Standing.Bogus bogus) {
        return bogus.all()
                || switch (Reason.of(facts, bogus)) {
                    case ABOVE, UNSEEN -> false;
                    case NOT_SIGNED -> areSignaturesSeen(bogus);
                    case NO_KEYS, OTHER_KEYS, EXPIRED, TOO_EARLY -> true;
                };
    }

    /// Somebody on the way may have left them out.
    private static boolean areSignaturesSeen(Standing.Bogus bogus) {
        return bogus.sets().stream().anyMatch(set -> !set.signatures().isEmpty());
    }

    private static Finding refused(Delegated facts, Standing.Bogus bogus) {
        var severity = facts.target().profile() == Profile.PARKED ? WARNING : CRITICAL;
        return Finding.of(severity, "dnssec.bogus", facts.domain())
                .with("zone", facts.zone())
                .with("bogusReason", Reason.of(facts, bogus))
                .with("types", bogus.refused())
                .with("signers", texts(facts.signers()))
                .with("ready", texts(Reason.ready(facts, bogus)));
    }

    static List<String> texts(List<Rdata.Ds> signers) {
        return signers.stream().map(MasterText::of).sorted().toList();
    }
}
