package posthorn.engine.check;

import java.util.Comparator;
import java.util.List;

/// What a check says as a whole: the word for its worst finding.
public enum Verdict {
    NOT_APPLICABLE,
    OK,
    UNKNOWN,
    WARN,
    FAIL;

    /// The verdict of these findings; without any, the check does not apply.
    public static Verdict of(List<Finding> findings) {
        return findings.stream()
                .map(Finding::severity)
                .max(Comparator.naturalOrder())
                .map(Verdict::of)
                .orElse(NOT_APPLICABLE);
    }

    private static Verdict of(Severity worst) {
        return switch (worst) {
            case INFO, NOTICE -> OK;
            case UNKNOWN -> UNKNOWN;
            case WARNING -> WARN;
            case CRITICAL -> FAIL;
        };
    }
}
