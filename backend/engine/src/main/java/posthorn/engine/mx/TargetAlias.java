package posthorn.engine.mx;

import static posthorn.engine.check.Finding.warning;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// The target of an MX record is no alias (RFC 2181 §10.3).
final class TargetAlias implements Rule<MxFacts> {

    @Override
    public List<Finding> judge(MxFacts facts) {
        return facts instanceof MxFacts.Published published
                ? published.asked().stream()
                        .filter(host -> !host.aliases().isEmpty() && !host.isMissing())
                        .map(host -> alias(host, published))
                        .toList()
                : List.of();
    }

    private static Finding alias(MxHost.Asked host, MxFacts.Published published) {
        var canonical = host.aliases().getLast();
        var finding =
                warning("mx.target-cname", host.name())
                        .with("canonical", canonical)
                        .with("aliases", host.aliases());
        return MxRemedies.rename(
                finding, published.target().domain(), published.recordsOf(host.name()), canonical);
    }
}
