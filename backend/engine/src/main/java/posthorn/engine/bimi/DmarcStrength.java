package posthorn.engine.bimi;

import static posthorn.engine.check.Finding.warning;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// Logos are shown only for domains whose DMARC policy keeps others out (BIMI draft §7.1).
final class DmarcStrength implements Rule<BimiFacts> {

    @Override
    public List<Finding> judge(BimiFacts facts) {
        var weaknesses = facts.dmarc().weaknesses();
        return facts.wanted().isEmpty() || weaknesses.isEmpty()
                ? List.of()
                : List.of(
                        warning("bimi.dmarc-weak", facts.domain())
                                .with("weaknesses", weaknesses)
                                .with("record", facts.dmarc().record())
                                .with("organizational", facts.organization()));
    }
}
