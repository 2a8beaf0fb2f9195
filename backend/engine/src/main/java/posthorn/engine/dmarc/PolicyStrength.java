package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Rule;

/// Whether the policy that applies protects, and whether somebody hears what it does (RFC 9989
/// §4.7).
final class PolicyStrength implements Rule<DmarcFacts> {

    @Override
    public List<Finding> judge(DmarcFacts facts) {
        return facts.found().map(found -> judge(found, facts)).orElse(List.of());
    }

    private static List<Finding> judge(Discovery.Found found, DmarcFacts facts) {
        var findings = new ArrayList<Finding>();
        boolean own = found.source().equals(facts.domain());
        if (found.published() == Policy.NONE) {
            if (!own || found.record().hasValidPolicies()) {
                findings.add(watching(found, facts, own));
            }
        } else {
            if (found.record().isTesting()) {
                findings.add(testing(found, facts, own));
            }
            if (own && !found.record().has("rua")) {
                findings.add(blind(found, facts));
            }
        }
        return findings;
    }

    private static Finding watching(Discovery.Found found, DmarcFacts facts, boolean own) {
        boolean blind = own && !found.record().has("rua");
        var finding =
                warning(blind ? "dmarc.p-none-no-rua" : "dmarc.p-none", facts.domain())
                        .with("source", found.source());
        if (!own) {
            return finding;
        }
        if (!facts.target().profile().sends()) {
            var edit = RecordEdit.of(found.record()).set("p", "reject").drop("sp", "np");
            return OwnRule.replace(finding, edit, facts);
        }
        return blind ? asking(finding, found, facts) : finding;
    }

    /// The finding, to be cured by asking for reports, where the domain can take them.
    private static Finding asking(Finding finding, Discovery.Found found, DmarcFacts facts) {
        return facts.hasMailHosts()
                ? OwnRule.replace(
                        finding,
                        RecordEdit.of(found.record()).set("rua", OwnRule.mailbox(facts)),
                        facts)
                : finding;
    }

    private static Finding testing(Discovery.Found found, DmarcFacts facts, boolean own) {
        var finding =
                warning("dmarc.testing", facts.domain())
                        .with("published", found.published().text())
                        .with("policy", found.inEffect().text());
        return own
                ? OwnRule.replace(finding, RecordEdit.of(found.record()).drop("t"), facts)
                : finding;
    }

    private static Finding blind(Discovery.Found found, DmarcFacts facts) {
        return facts.target().profile() == Profile.PARKED
                ? notice("dmarc.no-rua", facts.domain())
                : asking(warning("dmarc.no-rua", facts.domain()), found, facts);
    }
}
