package posthorn.app.monitoring;

import java.time.Instant;
import posthorn.engine.check.Verdict;

/// The border between two observations of a check.
///
/// @param isByEdit whether it followed from a person's change of what is checked
public record Change(
        long id,
        long domainId,
        Observation before,
        Observation after,
        boolean isByEdit,
        Instant at) {

    /// The check that says something else now.
    public String kind() {
        return after.kind();
    }

    /// What became different.
    public Comparison comparison() {
        return Comparison.of(before.findings(), after.findings());
    }

    /// Whether the outside did it: neither an edit of ours, nor the first thing ever known.
    public boolean isNews() {
        return !isByEdit && before.verdict() != Verdict.UNKNOWN;
    }
}
