package posthorn.app.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far the checks of a domain are.
///
/// @param isRunning whether a run is on its way, or will begin within moments
/// @param kinds all checks, in the order of a report
/// @param run the latest
/// @param dueAt when the next begins; null while paused
/// @param confirming checks that saw something new and will look once more
public record Progress(
        boolean isRunning,
        List<String> kinds,
        @Nullable CheckRun run,
        @Nullable Instant dueAt,
        List<String> confirming) {

    public Progress {
        kinds = List.copyOf(kinds);
        confirming = List.copyOf(confirming);
    }

    /// When the latest run began; none before the first.
    public Optional<Instant> checkedAt() {
        return Optional.ofNullable(run).map(CheckRun::startedAt);
    }
}
