package posthorn.engine.mx;

import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// An MX host has an address; where none has, no mail arrives (RFC 5321 §5.1).
final class TargetAddress implements Rule<MxFacts> {

    @Override
    public List<Finding> judge(MxFacts facts) {
        return facts instanceof MxFacts.Published published
                ? published.asked().stream()
                        .filter(MxHost.Asked::isMissing)
                        .map(host -> missing(host, published))
                        .toList()
                : List.of();
    }

    private static Finding missing(MxHost.Asked host, MxFacts.Published published) {
        var severity = published.isDead() ? CRITICAL : WARNING;
        var finding =
                Finding.of(severity, "mx.target-missing", host.name())
                        .with("aliases", host.aliases());
        return published.isDead()
                ? finding
                : MxRemedies.removeAll(
                        finding, published.target().domain(), published.recordsOf(host.name()));
    }
}
