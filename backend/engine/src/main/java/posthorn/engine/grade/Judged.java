package posthorn.engine.grade;

import java.util.List;
import java.util.Set;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.check.Verdict;

/// What a check says, as far as a grade minds.
///
/// @param kind the check, such as `spf`
/// @param verdict of what is certain; UNKNOWN where nothing is
public record Judged(String kind, Verdict verdict, List<Finding> findings) {

    /// What is nobody's fault at the domain: a list that cannot be asked from here.
    private static final Set<String> OUR_SIDE =
            Set.of("dnsbl.list-disabled", "dnsbl.list-unusable");

    public Judged {
        findings = List.copyOf(findings);
    }

    /// What one run found.
    public static Judged of(CheckResult result) {
        return new Judged(result.kind(), result.verdict(), result.findings());
    }

    boolean isUnknown() {
        return verdict == Verdict.UNKNOWN;
    }

    boolean applies() {
        return verdict != Verdict.NOT_APPLICABLE;
    }

    /// The findings that cost something, in the order of the report. Of a check that is not known,
    /// nothing counts.
    List<Finding> faults() {
        return isUnknown() ? List.of() : findings.stream().filter(Judged::isFault).toList();
    }

    List<Finding> faults(Severity severity) {
        return faults().stream().filter(finding -> finding.severity() == severity).toList();
    }

    boolean says(String code) {
        return findings.stream().anyMatch(finding -> finding.code().equals(code));
    }

    /// The same without these.
    Judged without(List<Finding> gone) {
        var left = findings.stream().filter(f -> gone.stream().noneMatch(f::isSameAs)).toList();
        if (left.size() == findings.size()) {
            return this;
        }
        return new Judged(kind, left.isEmpty() ? Verdict.OK : certain(left), left);
    }

    private static Verdict certain(List<Finding> findings) {
        return Verdict.of(findings.stream().filter(f -> f.severity() != Severity.UNKNOWN).toList());
    }

    private static boolean isFault(Finding finding) {
        return switch (finding.severity()) {
            case NOTICE, WARNING, CRITICAL -> !OUR_SIDE.contains(finding.code());
            case INFO, UNKNOWN -> false;
        };
    }
}
