package posthorn.app.monitoring;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import posthorn.engine.check.Verdict;

/// One time a domain was checked.
///
/// @param finishedAt null while it runs
/// @param landed the checks that have said something so far
public record CheckRun(
        long id,
        long domainId,
        Cause cause,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Outcome outcome,
        Map<String, Verdict> landed) {

    /// How it ended.
    public enum Outcome {
        RUNNING,
        DONE,
        /// By a fault of ours.
        FAILED
    }

    public CheckRun {
        landed = Map.copyOf(landed);
    }
}
