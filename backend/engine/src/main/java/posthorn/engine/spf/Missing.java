package posthorn.engine.spf;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.outside.RecordType;
import posthorn.engine.spf.SpfFacts.Surroundings;

/// There is no record: nobody is told who may send (RFC 7208 §4.5).
final class Missing implements Rule<SpfFacts> {

    @Override
    public List<Finding> judge(SpfFacts facts) {
        return facts instanceof SpfFacts.Absent(var around) ? List.of(missing(around)) : List.of();
    }

    private static Finding missing(Surroundings around) {
        var severity = around.profile().sends() ? Severity.CRITICAL : Severity.WARNING;
        var finding = Finding.of(severity, "spf.missing", around.domain());
        return proposed(around)
                .map(text ->
                        finding.cure(new Remedy.Publish(around.domain(), RecordType.TXT, text)))
                .orElse(finding);
    }

    /// A whole record, where it is plain what it must say. What stands misspelt or misplaced is
    /// left to the findings about that.
    private static Optional<String> proposed(Surroundings around) {
        if (!around.profile().sends()) {
            return Optional.of("v=spf1 -all");
        }
        if (!around.misplaced().isEmpty()
                || around.texts().stream().anyMatch(t -> NearMisses.isNearMiss(t.joined()))) {
            return Optional.empty();
        }
        boolean hostsItself =
                !around.mxHosts().isEmpty()
                        && around.mxHosts().stream()
                                .allMatch(host -> host.isWithin(around.domain()));
        return Providers.terms(around.mxHosts())
                .or(() -> hostsItself ? Optional.of("mx") : Optional.empty())
                .map(terms -> "v=spf1 " + terms + " ~all");
    }
}
