package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.warning;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.psl.PublicSuffixes;

/// Whether receivers of the old standard (by the public suffix list) and of the new one (by tree
/// walk) find the same Organizational Domain, and whether a domain calls itself a public suffix.
final class Organization implements Rule<DmarcFacts> {

    @Override
    public List<Finding> judge(DmarcFacts facts) {
        var findings = new ArrayList<Finding>();
        facts.own()
                .filter(record -> record.isPsd("y"))
                .filter(_ -> !PublicSuffixes.builtIn().isPublicSuffix(facts.domain()))
                .map(record ->
                        OwnRule.replace(
                                warning("dmarc.psd-misuse", facts.domain()),
                                RecordEdit.of(record).drop("psd"),
                                facts))
                .ifPresent(findings::add);
        if (disagree(facts)) {
            findings.add(
                    warning("dmarc.org-disagree", facts.domain())
                            .with("treeWalk", facts.walk().organizationalDomain())
                            .with("list", facts.listOrg()));
        }
        return findings;
    }

    /// With a record of its own that asks for strict alignment, the difference has no effect.
    private static boolean disagree(DmarcFacts facts) {
        boolean strict =
                facts.own().filter(r -> r.isStrict("adkim") && r.isStrict("aspf")).isPresent();
        boolean known =
                facts.walk().open().isEmpty()
                        && (facts.walk().hasRecord() || facts.atListOrg().record().isPresent());
        return known && !strict && !facts.listOrg().equals(facts.walk().organizationalDomain());
    }
}
