package posthorn.engine.check;

import java.util.List;
import posthorn.engine.outside.Transcript;

/// What one run of a check found.
///
/// @param kind the check, such as `spf`
/// @param records the published texts whose change a person wants to see
/// @param findings in the order of a report
/// @param transcript what was asked and what came back
public record CheckResult(
        String kind, List<String> records, List<Finding> findings, Transcript transcript) {

    public CheckResult {
        records = List.copyOf(records);
        findings = List.copyOf(findings);
    }

    /// The word for the worst finding.
    public Verdict verdict() {
        return Verdict.of(findings);
    }
}
