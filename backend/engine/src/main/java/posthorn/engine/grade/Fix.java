package posthorn.engine.grade;

import java.util.List;
import posthorn.engine.check.Finding;

/// Something worth doing.
///
/// @param findings that would be gone
/// @param points the score would rise by, after the fixes before it; 0 where something graver still
///   holds it down
/// @param letter it would be then
public record Fix(List<Finding> findings, int points, Letter letter) {

    public Fix {
        findings = List.copyOf(findings);
    }
}
