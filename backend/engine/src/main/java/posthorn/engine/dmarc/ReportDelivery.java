package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.warning;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// Whether reports will be sent to the domains they are asked for (RFC 9990 §4), and can arrive.
final class ReportDelivery implements Rule<DmarcFacts> {

    @Override
    public List<Finding> judge(DmarcFacts facts) {
        return facts.targets().stream().flatMap(target -> judge(target, facts).stream()).toList();
    }

    private static List<Finding> judge(ReportTarget target, DmarcFacts facts) {
        var findings = new ArrayList<Finding>();
        switch (target.authorisation()) {
            case Authorisation.Absent(var name) ->
                    findings.add(
                            critical("dmarc.rua-external-unauthorised", target.domain())
                                    .with("domain", facts.domain())
                                    .with("address", target.address())
                                    .with("name", name)
                                    .cure(OwnRule.publish(name, "v=DMARC1")));
            case Authorisation.Given(var name, var texts, var elsewhere)
                    when !elsewhere.isEmpty() -> {
                var finding =
                        warning("dmarc.rua-external-override", target.domain())
                                .with("domain", facts.domain())
                                .with("name", name)
                                .with("addresses", elsewhere);
                for (var text : texts) {
                    finding = finding.cure(OwnRule.remove(name, text));
                }
                findings.add(finding.cure(OwnRule.publish(name, "v=DMARC1")));
            }
            case Authorisation.Given _, Authorisation.NotNeeded _, Authorisation.Open _ -> {}
        }
        if (target.isDead()) {
            findings.add(
                    warning("dmarc.rua-undeliverable", target.domain())
                            .with("address", target.address()));
        }
        return findings;
    }
}
