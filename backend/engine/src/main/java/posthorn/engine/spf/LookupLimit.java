package posthorn.engine.spf;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.spf.SpfFacts.Published;

/// Terms that ask the DNS may number ten at most; beyond that receivers answer permerror (RFC 7208
/// §4.6.4). Counted for a client nobody lists, which meets every term.
final class LookupLimit implements RecordRule {

    private static final int LIMIT = 10;
    private static final int NEAR = 8;

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
        return List.of(
                Finding.of(severity, code, facts.domain())
                        .with("lookups", lookups)
                        .with("limit", LIMIT));
    }
}
