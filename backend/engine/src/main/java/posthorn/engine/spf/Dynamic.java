package posthorn.engine.spf;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.spf.SpfFacts.Explained;
import posthorn.engine.spf.SpfFacts.Published;

/// Terms whose answer differs with each mail (RFC 7208 §5.7), and an explanation that leads nowhere
/// (RFC 7208 §6.2).
final class Dynamic implements RecordRule {

    @Override
    public List<Finding> judge(Published facts) {
        var findings = new ArrayList<Finding>();
        facts.expansion()
                .all()
                .filter(Dynamic::isDynamicExists)
                .map(node ->
                        info("spf.exists-macro", node.domain()).with("term", node.term().text()))
                .filter(found -> findings.stream().noneMatch(found::isSameAs))
                .forEach(findings::add);
        if (facts.explanation() == Explained.BROKEN) {
            facts.record().explanation().ifPresent(exp -> findings.add(broken(facts, exp)));
        }
        return findings;
    }

    private static boolean isDynamicExists(Node node) {
        return node.outcome() instanceof Node.Outcome.Dynamic
                && node.term() instanceof Term.Directive(_, _, _, Mechanism.Exists _);
    }

    private static Finding broken(Published facts, Term exp) {
        var finding = notice("spf.exp-broken", facts.domain()).with("term", exp.text());
        return facts.replacing(finding, facts.record().without(List.of(exp)));
    }
}
