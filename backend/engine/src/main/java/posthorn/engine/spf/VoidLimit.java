package posthorn.engine.spf;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.spf.SpfFacts.Published;

/// Terms that find nothing may number two; with a third many receivers answer permerror (RFC 7208
/// §4.6.4).
final class VoidLimit implements RecordRule {

    private static final int LIMIT = 2;

    @Override
    public List<Finding> judge(Published facts) {
        var voids = facts.expansion().voids();
        if (voids.size() < LIMIT) {
            return List.of();
        }
        var severity = voids.size() > LIMIT ? Severity.CRITICAL : Severity.WARNING;
        var finding =
                Finding.of(severity, "spf.void-lookups", facts.domain())
                        .with("voids", voids.size())
                        .with("limit", LIMIT)
                        .with("names", voids.stream().map(Node::target).distinct().toList());
        var own = voids.stream().filter(Node::isOwn).map(Node::term).toList();
        return List.of(voids.size() - own.size() < LIMIT ? facts.dropping(finding, own) : finding);
    }
}
