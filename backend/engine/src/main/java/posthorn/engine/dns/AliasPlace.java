package posthorn.engine.dns;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.RecordType;

/// An alias stands alone at its name (RFC 1034 §3.6.2, RFC 2181 §10.1), so never where a zone
/// begins.
final class AliasPlace implements Rule<DnsFacts> {

    @Override
    public List<Finding> judge(DnsFacts facts) {
        var findings = new ArrayList<Finding>();
        facts.cut().ifPresent(cut -> findings.addAll(apex(facts, cut)));
        facts.aliases().stream()
                .filter(alias -> !alias.beside().isEmpty())
                .map(alias -> beside(alias, facts))
                .forEach(findings::add);
        return findings;
    }

    private static List<Finding> apex(DnsFacts facts, ZoneFacts.Cut cut) {
        var domain = facts.target().domain();
        boolean starts = domain.equals(cut.apex());
        boolean own = cut.apexAlias().source().authoritative();
        return cut.apexAlias().records().stream()
                .filter(_ -> starts && own)
                .map(target -> critical("dns.cname-apex", domain).with("target", target))
                .toList();
    }

    private static Finding beside(Alias alias, DnsFacts facts) {
        boolean vital = facts.exchangers().contains(alias.name()) || Alias.isPolicy(alias.name());
        return Finding.of(vital ? CRITICAL : WARNING, "dns.cname-and-other-data", alias.name())
                .with("target", alias.target())
                .with("types", alias.beside().stream().map(RecordType::name).toList());
    }
}
