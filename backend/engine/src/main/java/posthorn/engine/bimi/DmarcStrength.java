package posthorn.engine.bimi;

import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import java.util.Set;
import posthorn.engine.bimi.Enforcement.Weakness;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;

/// Logos are shown only for domains whose DMARC policy keeps others out (BIMI draft §7.1).
final class DmarcStrength implements Rule<BimiFacts> {

    @Override
    public List<Finding> judge(BimiFacts facts) {
        var weaknesses = facts.dmarc().weaknesses();
        return facts.wanted().isEmpty() || weaknesses.isEmpty()
                ? List.of()
                : List.of(
                        Finding.of(severity(weaknesses), "bimi.dmarc-weak", facts.domain())
                                .with("weaknesses", weaknesses)
                                .with("record", facts.dmarc().record())
                                .with("organizational", facts.organization()));
    }

    private static Severity severity(Set<Weakness> weaknesses) {
        return weaknesses.equals(Set.of(Weakness.PCT_REJECT)) ? NOTICE : WARNING;
    }
}
