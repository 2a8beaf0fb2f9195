package posthorn.app.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;

/// What became different from one set of findings to another. Findings that say UNKNOWN take no
/// part: not to know is no news.
///
/// @param appeared as they are now
/// @param cleared as they were
public record Comparison(
        List<Finding> appeared, List<Step> worsened, List<Step> eased, List<Finding> cleared) {

    /// One finding whose severity is another.
    public record Step(Finding before, Finding after) {}

    private record Identity(String code, String subject) {}

    public Comparison {
        appeared = List.copyOf(appeared);
        worsened = List.copyOf(worsened);
        eased = List.copyOf(eased);
        cleared = List.copyOf(cleared);
    }

    static Comparison of(List<Finding> before, List<Finding> after) {
        var old = certain(before);
        var young = certain(after);
        var steps = new ArrayList<Step>();
        old.forEach((identity, finding) -> {
            var now = young.get(identity);
            if (now != null) {
                steps.add(new Step(finding, now));
            }
        });
        return new Comparison(
                missing(young, old),
                steps.stream().filter(step -> order(step) < 0).toList(),
                steps.stream().filter(step -> order(step) > 0).toList(),
                missing(old, young));
    }

    /// Whether nothing is different.
    public boolean isEmpty() {
        return appeared.isEmpty() && worsened.isEmpty() && eased.isEmpty() && cleared.isEmpty();
    }

    private static int order(Step step) {
        return step.before().severity().compareTo(step.after().severity());
    }

    private static List<Finding> missing(
            Map<Identity, Finding> findings, Map<Identity, Finding> others) {
        return findings.entrySet().stream()
                .filter(entry -> !others.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<Identity, Finding> certain(List<Finding> findings) {
        var certain = new LinkedHashMap<Identity, Finding>();
        for (var finding : findings) {
            if (finding.severity() != Severity.UNKNOWN) {
                certain.merge(
                        new Identity(finding.code(), finding.subject()),
                        finding,
                        Comparison::worse);
            }
        }
        return certain;
    }

    private static Finding worse(Finding one, Finding other) {
        return one.severity().compareTo(other.severity()) >= 0 ? one : other;
    }
}
