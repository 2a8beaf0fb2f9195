package posthorn.engine.spf;

import static posthorn.engine.check.Finding.critical;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.spf.SpfFacts.Published;

/// A record that takes itself in, directly or round a circle, runs into the limit of look-ups:
/// permerror (RFC 7208 §4.6.4).
final class Loop implements RecordRule {

    @Override
    public List<Finding> judge(Published facts) {
        var findings = new ArrayList<Finding>();
        facts.expansion()
                .all()
                .filter(node -> node.outcome() instanceof Node.Outcome.Loop)
                .map(node -> finding(facts, node))
                .filter(found -> findings.stream().noneMatch(found::isSameAs))
                .forEach(findings::add);
        return findings;
    }

    private static Finding finding(Published facts, Node node) {
        var finding =
                critical(node.isOwn() ? "spf.include-self" : "spf.loop", node.target())
                        .with("term", node.term().text())
                        .with("path", node.path());
        return node.isOwn() ? facts.dropping(finding, List.of(node.term())) : finding;
    }
}
