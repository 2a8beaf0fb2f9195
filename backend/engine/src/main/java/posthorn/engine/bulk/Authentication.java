package posthorn.engine.bulk;

import static posthorn.engine.check.Finding.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.bulk.BulkFacts.Sending;
import posthorn.engine.check.Finding;

/// Who refuses mail for want of SPF, DKIM or DMARC. What is wrong with these has findings of its
/// own, so this is no more than a notice.
final class Authentication implements SendingRule {

    @Override
    public List<Finding> judge(Sending facts) {
        var findings = new ArrayList<Finding>();
        if (isMissed(Requirement.AUTH_ANY, facts)) {
            findings.add(missed("bulk.auth-any", Requirement.AUTH_ANY, facts));
        } else if (isMissed(Requirement.AUTH_BOTH, facts)) {
            findings.add(
                    missed("bulk.auth-both", Requirement.AUTH_BOTH, facts)
                            .with("methods", lacking(facts)));
        }
        if (isMissed(Requirement.DKIM, facts)) {
            findings.add(missed("bulk.united-internet", Requirement.DKIM, facts));
        }
        if (isMissed(Requirement.DKIM_KEY, facts) && !facts.dkim().rsaBits().isEmpty()) {
            findings.add(
                    missed("bulk.dkim-key", Requirement.DKIM_KEY, facts)
                            .with("bits", facts.dkim().rsaBits()));
        }
        if (isMissed(Requirement.DMARC, facts)) {
            findings.add(missed("bulk.dmarc", Requirement.DMARC, facts));
        }
        return findings;
    }

    static boolean isMissed(Requirement requirement, Sending facts) {
        return facts.standing(requirement) == Standing.MISSED;
    }

    private static List<String> lacking(Sending facts) {
        return Stream.of(
                        facts.spfStanding() == Standing.MISSED ? "SPF" : "",
                        facts.dkimStanding() == Standing.MISSED ? "DKIM" : "")
                .filter(method -> !method.isEmpty())
                .toList();
    }

    private static Finding missed(String code, Requirement requirement, Sending facts) {
        return notice(code, facts.domain()).with("receivers", askedBy(requirement));
    }

    /// The receivers that ask for it.
    static List<String> askedBy(Requirement requirement) {
        return Arrays.stream(Receiver.values())
                .filter(receiver -> receiver.requirements().contains(requirement))
                .map(Receiver::title)
                .toList();
    }
}
