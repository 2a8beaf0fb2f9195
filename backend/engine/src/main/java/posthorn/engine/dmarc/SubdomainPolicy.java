package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;

/// What the record says about names below the domain: those that exist (`sp`) and those that do not
/// (`np`). Both are read at the Organizational Domain only (RFC 9989 §4.7).
final class SubdomainPolicy implements OwnRule {

    @Override
    public List<Finding> judge(DmarcRecord record, DmarcFacts facts) {
        if (!record.hasValidPolicies() || !facts.walk().open().isEmpty()) {
            return List.of();
        }
        return facts.isOrganizational() ? read(record, facts) : ignored(record, facts);
    }

    private static List<Finding> ignored(DmarcRecord record, DmarcFacts facts) {
        var tags = Stream.of("sp", "np").filter(record::has).toList();
        if (tags.isEmpty()) {
            return List.of();
        }
        var finding =
                notice("dmarc.sp-ignored", facts.domain())
                        .with("tags", tags)
                        .with("organizational", facts.walk().organizationalDomain());
        return List.of(OwnRule.replace(finding, RecordEdit.of(record).drop("sp", "np"), facts));
    }

    private static List<Finding> read(DmarcRecord record, DmarcFacts facts) {
        var findings = new ArrayList<Finding>();
        var p = record.policy("p").orElseThrow();
        var weaker =
                Stream.of("sp", "np").filter(name -> isWeaker(record.policy(name), p)).toList();
        if (!weaker.isEmpty()) {
            var finding =
                    warning("dmarc.sp-weaker", facts.domain())
                            .with("policy", p.text())
                            .with(
                                    "tags",
                                    weaker.stream().map(n -> n + "=" + record.value(n)).toList());
            var edit = RecordEdit.of(record).drop(weaker.toArray(String[]::new));
            findings.add(OwnRule.replace(finding, edit, facts));
        }
        if (!record.has("np") && record.inheritedPolicy(false).orElse(p) == Policy.NONE) {
            findings.add(
                    OwnRule.replace(
                            info("dmarc.np-absent", facts.domain()),
                            RecordEdit.of(record).set("np", "reject"),
                            facts));
        }
        return findings;
    }

    private static boolean isWeaker(Optional<Policy> policy, Policy p) {
        return policy.filter(other -> other.isWeakerThan(p)).isPresent();
    }
}
