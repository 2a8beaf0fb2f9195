package posthorn.engine.dkim;

import static posthorn.engine.check.Severity.INFO;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.dkim.SelectorFacts.Keyed;

/// What the record restricts its key to (RFC 6376 §3.6.1, RFC 8301 §3.1).
final class KeyUse implements KeyRule {

    @Override
    public List<Finding> judge(Keyed key, DkimFacts.Probed facts) {
        var record = key.record();
        if (record.isRevoked()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        if (!record.acceptsSha256()) {
            findings.add(
                    KeyRule.about(key, KeyRule.broken(key, facts), "dkim.hash-sha1")
                            .with("hashes", record.list("h")));
        } else if (record.list("h").contains("sha1")) {
            findings.add(
                    KeyRule.about(key, NOTICE, "dkim.hash-allows-sha1")
                            .with("hashes", record.list("h")));
        }
        if (!record.isForMail()) {
            findings.add(
                    KeyRule.about(key, KeyRule.broken(key, facts), "dkim.service-type")
                            .with("services", record.list("s")));
        }
        if (record.hasFlag("y")) {
            findings.add(KeyRule.about(key, WARNING, "dkim.testing"));
        }
        record.tags()
                .value("g")
                .ifPresent(g ->
                        findings.add(
                                KeyRule.about(key, NOTICE, "dkim.granularity").with("value", g)));
        var cured = new ArrayList<>(findings.stream().map(f -> KeyRule.cleaned(f, key)).toList());
        if (record.hasFlag("s")) {
            cured.add(KeyRule.about(key, INFO, "dkim.strict-subdomain"));
        }
        return cured;
    }
}
