package posthorn.engine.spf;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.spf.SpfFacts.Published;

/// After `all` nothing is evaluated (RFC 7208 §5.1), and beside `all` a redirect is ignored (RFC
/// 7208 §6.1).
final class NeverReached implements RecordRule {

    @Override
    public List<Finding> judge(Published facts) {
        var record = facts.record();
        if (record.all().isEmpty()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        var redirects = record.of(Term.Redirect.class).toList();
        if (!redirects.isEmpty()) {
            findings.add(finding(facts, notice("spf.redirect-ignored", facts.domain()), redirects));
        }
        var directives = record.directives();
        var after = directives.subList(record.reachable().size(), directives.size());
        if (!after.isEmpty()) {
            findings.add(finding(facts, warning("spf.terms-after-all", facts.domain()), after));
        }
        return findings;
    }

    private static Finding finding(Published facts, Finding finding, List<? extends Term> terms) {
        var told =
                finding.with("record", facts.record().text())
                        .with("terms", terms.stream().map(Term::text).toList());
        return facts.replacing(told, facts.record().without(terms));
    }
}
