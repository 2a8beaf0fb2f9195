package posthorn.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Recorder;

/// A probe and its rules.
///
/// @param kind the package of the check, such as `spf`: the prefix of its findings' codes
/// @param probe asks
/// @param records the published texts whose change a person wants to see, sorted so that the order
///   of answers makes no difference
/// @param rules judge, in the order in which a report shows their findings
/// @param ok speaks when no finding is UNKNOWN or worse; silent when the check does not apply
public record Check<I, F>(
        String kind,
        Probe<I, F> probe,
        Function<F, List<String>> records,
        List<Rule<F>> rules,
        Rule<F> ok) {

    public Check {
        rules = List.copyOf(rules);
    }

    /// Asks and judges.
    public CheckResult run(I input, Outside outside) {
        var recorder = new Recorder(outside);
        var facts = probe.probe(input, recorder.outside());
        return new CheckResult(kind, records.apply(facts), judge(facts), recorder.transcript());
    }

    /// The findings of all rules.
    public List<Finding> judge(F facts) {
        var findings = new ArrayList<Finding>();
        rules.forEach(rule -> findings.addAll(rule.judge(facts)));
        if (findings.stream().allMatch(f -> f.severity().compareTo(Severity.UNKNOWN) < 0)) {
            findings.addAll(0, ok.judge(facts));
        }
        return List.copyOf(findings);
    }
}
