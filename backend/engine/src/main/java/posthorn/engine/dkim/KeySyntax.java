package posthorn.engine.dkim;

import static posthorn.engine.check.Severity.INFO;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Parsed.Fault;
import posthorn.engine.dkim.SelectorFacts.Keyed;

/// Whether the record follows the grammar (RFC 6376 §3.2, §3.6.1): verifiers drop one that does
/// not.
final class KeySyntax implements KeyRule {

    @Override
    public List<Finding> judge(Keyed key, DkimFacts.Probed facts) {
        var findings = new ArrayList<Finding>();
        first(key, DkimKeyRecord.BAD_VERSION)
                .forEach(fault -> findings.add(broken(key, fault, facts)));
        first(key, DkimKeyRecord.BAD_SYNTAX)
                .forEach(fault -> findings.add(broken(key, fault, facts)));
        if (key.record().tags().tag("v").isEmpty() && key.record().key().isUsable()) {
            findings.add(KeyRule.cleaned(KeyRule.about(key, INFO, "dkim.version-missing"), key));
        }
        return findings;
    }

    private static List<Fault> first(Keyed key, String code) {
        return key.record().faults().stream()
                .filter(fault -> fault.code().equals(code))
                .limit(1)
                .toList();
    }

    private static Finding broken(Keyed key, Fault fault, DkimFacts.Probed facts) {
        var finding =
                KeyRule.about(key, KeyRule.broken(key, facts), fault.code())
                        .with("at", fault.at())
                        .with("text", fault.in(key.record().text()));
        return KeyRule.cleaned(finding, key);
    }
}
