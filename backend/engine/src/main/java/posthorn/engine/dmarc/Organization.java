package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.psl.PublicSuffixes;

/// Whether receivers of the old standard (by the public suffix list) and of the new one (by tree
/// walk) find the same Organizational Domain, and whether a domain calls itself a public suffix.
final class Organization implements Rule<DmarcFacts> {

    private static final String ABSENT = "ABSENT";

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
        differences(facts).ifPresent(findings::add);
        return findings;
    }

    /// A finding where the two find different Organizational Domains and that has an effect:
    /// another policy, or other domains that count as the author's own.
    private static Optional<Finding> differences(DmarcFacts facts) {
        var effects =
                Stream.of(
                                hasOtherPolicy(facts) ? Stream.of("policy") : Stream.<String>of(),
                                alignsOthers(facts) ? Stream.of("alignment") : Stream.<String>of())
                        .flatMap(effect -> effect)
                        .toList();
        boolean same = facts.listOrg().equals(facts.walk().organizationalDomain());
        return same || effects.isEmpty() || isOpen(facts)
                ? Optional.empty()
                : Optional.of(
                        warning("dmarc.org-disagree", facts.domain())
                                .with("treeWalk", facts.walk().organizationalDomain())
                                .with("list", facts.listOrg())
                                .with("effects", effects)
                                .with("policy", policy(facts))
                                .with("formerPolicy", formerPolicy(facts)));
    }

    private static boolean isOpen(DmarcFacts facts) {
        return !facts.walk().open().isEmpty()
                || facts.former() instanceof Rfc7489View.Open
                || facts.discovery() instanceof Discovery.Open;
    }

    /// What `t` and `pct` change has findings of its own.
    private static boolean hasOtherPolicy(DmarcFacts facts) {
        return !policy(facts).equals(formerPolicy(facts));
    }

    private static String policy(DmarcFacts facts) {
        return facts.found().map(found -> found.published().text()).orElse(ABSENT);
    }

    private static String formerPolicy(DmarcFacts facts) {
        return facts.former() instanceof Rfc7489View.Found found ? found.policy().text() : ABSENT;
    }

    /// Where all records in effect ask for strict alignment, the Organizational Domain makes no
    /// difference to it.
    private static boolean alignsOthers(DmarcFacts facts) {
        var former =
                facts.former() instanceof Rfc7489View.Found found
                        ? Stream.of(found.record())
                        : Stream.<DmarcRecord>of();
        var current = facts.found().stream().map(Discovery.Found::record);
        return Stream.concat(current, former)
                .anyMatch(record -> !record.isStrict("adkim") || !record.isStrict("aspf"));
    }
}
