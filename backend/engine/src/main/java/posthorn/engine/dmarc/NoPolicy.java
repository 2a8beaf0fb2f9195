package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Rule;

/// Whether any policy applies (RFC 9989 §4.10). Where a record is there but faulty, another rule
/// says what is wrong with it.
final class NoPolicy implements Rule<DmarcFacts> {

    @Override
    public List<Finding> judge(DmarcFacts facts) {
        return facts.inherited()
                .map(found -> List.of(inherited(facts, found)))
                .orElseGet(() -> isMissing(facts) ? List.of(missing(facts)) : List.of());
    }

    private static Finding inherited(DmarcFacts facts, Discovery.Found found) {
        return info("dmarc.inherited", facts.domain())
                .with("source", found.source())
                .with("policy", found.inEffect().text())
                .with("record", found.record().text());
    }

    private static boolean isMissing(DmarcFacts facts) {
        return facts.discovery() instanceof Discovery.None
                && facts.walk().own().records().isEmpty()
                && facts.nearMisses().isEmpty()
                && facts.misplaced().isEmpty()
                && facts.atListOrg().record().isEmpty()
                && !facts.atListOrg().answer().isFailed();
    }

    private static Finding missing(DmarcFacts facts) {
        boolean sends = facts.target().profile().sends();
        var finding =
                Finding.of(sends ? CRITICAL : WARNING, "dmarc.missing", facts.domain())
                        .with(
                                "asked",
                                facts.walk().steps().stream()
                                        .map(s -> s.name().child("_dmarc"))
                                        .toList());
        return facts.walk().own().answer().aliases().isEmpty()
                ? finding.cure(OwnRule.publish(OwnRule.place(facts), first(facts).text()))
                : finding;
    }

    /// The record to begin with.
    static RecordEdit first(DmarcFacts facts) {
        if (facts.target().profile() == Profile.PARKED) {
            return RecordEdit.of(Policy.REJECT).set("sp", "reject").set("np", "reject");
        }
        var policy = facts.target().profile().sends() ? Policy.NONE : Policy.REJECT;
        return facts.hasMailHosts()
                ? RecordEdit.of(policy).set("rua", OwnRule.mailbox(facts))
                : RecordEdit.of(policy);
    }
}
