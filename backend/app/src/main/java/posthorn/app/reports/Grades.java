package posthorn.app.reports;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import posthorn.app.monitoring.Observation;
import posthorn.engine.check.Verdict;
import posthorn.engine.grade.Fix;
import posthorn.engine.grade.Fixes;
import posthorn.engine.grade.Grade;
import posthorn.engine.grade.Judged;

/// Grades domains by what is known of them now.
@Component
class Grades {

    /// For so long what was known last counts while the outside is silent; then it is open.
    private static final Duration MEMORY = Duration.ofHours(24);

    private final Clock clock;

    Grades(Clock clock) {
        this.clock = clock;
    }

    /// None before all checks have run once.
    Optional<Grade> of(State state) {
        return isWhole(state)
                ? Optional.of(Grade.of(state.domain().target(), clock.instant(), judged(state)))
                : Optional.empty();
    }

    /// What would raise it most.
    List<Fix> fixes(State state) {
        return isWhole(state)
                ? Fixes.of(state.domain().target(), clock.instant(), judged(state))
                : List.of();
    }

    private static boolean isWhole(State state) {
        return state.kinds().stream().allMatch(kind -> state.of(kind).isPresent());
    }

    private List<Judged> judged(State state) {
        return state.status().open().stream().map(this::judged).toList();
    }

    private Judged judged(Observation seen) {
        return isForgotten(seen)
                ? new Judged(seen.kind(), Verdict.UNKNOWN, List.of())
                : new Judged(seen.kind(), seen.verdict(), seen.findings());
    }

    private boolean isForgotten(Observation seen) {
        var since = seen.unknownSince();
        return since != null && since.isBefore(clock.instant().minus(MEMORY));
    }
}
