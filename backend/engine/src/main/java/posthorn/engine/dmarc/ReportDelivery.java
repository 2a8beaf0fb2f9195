package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;

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
            var finding =
                    warning("dmarc.rua-undeliverable", target.domain())
                            .with("address", target.address());
            findings.add(without(target.domain(), finding, facts));
        }
        return findings;
    }

    /// The finding, to be cured by leaving out the addresses there, where others remain.
    private static Finding without(DnsName domain, Finding finding, DmarcFacts facts) {
        var others =
                facts.own().stream()
                        .flatMap(record -> record.rua().stream())
                        .filter(uri -> uri instanceof ReportUri.Mailto)
                        .filter(uri -> !((ReportUri.Mailto) uri).domain().equals(domain))
                        .map(ReportUri::text)
                        .collect(Collectors.joining(","));
        return facts.own()
                .filter(_ -> !others.isEmpty())
                .map(record ->
                        OwnRule.replace(finding, RecordEdit.of(record).set("rua", others), facts))
                .orElse(finding);
    }
}
