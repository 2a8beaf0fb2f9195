package posthorn.app.monitoring;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import posthorn.engine.check.Verdict;

/// How a domain is, as far as is known.
///
/// @param open the open observation of each check, in the order of a report; none before the first
///   run
/// @param run the latest
/// @param dueAt when the next begins; null while paused
public record Status(
        List<Observation> open,
        @Nullable CheckRun run,
        @Nullable Instant dueAt,
        boolean isRunning) {

    public Status {
        open = List.copyOf(open);
    }

    /// The worst verdict; none before the first run.
    public Optional<Verdict> verdict() {
        return open.stream().map(Observation::verdict).max(Comparator.naturalOrder());
    }

    /// When the latest run began; none before the first.
    public Optional<Instant> checkedAt() {
        return Optional.ofNullable(run).map(CheckRun::startedAt);
    }
}
