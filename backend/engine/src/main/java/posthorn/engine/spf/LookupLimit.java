package posthorn.engine.spf;

import java.util.Comparator;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.spf.SpfFacts.Published;

/// Terms that ask the DNS may number ten at most; beyond that receivers answer permerror (RFC 7208
/// §4.6.4). Counted for a client nobody lists, which meets every term.
final class LookupLimit implements RecordRule {

    static final int LIMIT = 10;

    private static final int NEAR = 8;
    private static final int MAX_SHOWN = 20;

    @Override
    public List<Finding> judge(Published facts) {
        int lookups = facts.expansion().lookups();
        if (lookups < NEAR) {
            return List.of();
        }
        var code = lookups > LIMIT ? "spf.too-many-lookups" : "spf.lookups-near-limit";
        var severity =
                lookups > LIMIT
                        ? Severity.CRITICAL
                        : lookups == LIMIT ? Severity.WARNING : Severity.NOTICE;
        var finding =
                Finding.of(severity, code, facts.domain())
                        .with("lookups", lookups)
                        .with("limit", LIMIT)
                        .with("costs", costs(facts.expansion()));
        return List.of(OwnAddresses.inlined(finding, facts, lookups > LIMIT ? LIMIT : NEAR - 1));
    }

    /// What each term of the record itself costs with all inside it, dearest first.
    private static List<String> costs(Expansion expansion) {
        return expansion.nodes().stream()
                .filter(node -> node.lookups() > 0)
                .sorted(Comparator.comparingInt(Node::lookups).reversed())
                .limit(MAX_SHOWN)
                .map(node -> node.term().text() + " (" + node.lookups() + ")")
                .toList();
    }
}
