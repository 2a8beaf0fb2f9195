package posthorn.app.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import posthorn.engine.check.Verdict;

/// Decides what a result means for the open observation: nothing new, something to look at once
/// more, or a change. A change is what two runs saw, at least `gap` apart.
///
/// @param edited whether a person has just changed what is checked, which needs no second look
record Confirmation(Duration gap, Instant now, boolean edited) {

    /// What is to be done.
    sealed interface Decision {

        /// The observation goes on.
        ///
        /// @param seen whether the run saw all that is known, rather than nothing against it
        /// @param suspicion what is still to be looked at, because this run could not decide it
        record Unchanged(Known known, boolean seen, Optional<Suspicion> suspicion)
                implements Decision {}

        /// Look once more.
        record Suspected(Suspicion suspicion) implements Decision {}

        /// Another observation begins.
        record Changed(Known known) implements Decision {}
    }

    Decision decide(Known open, Optional<Suspicion> suspicion, Known result) {
        var known = open.after(result);
        if (open.isSameAs(known)) {
            return result.isDecided()
                    ? new Decision.Unchanged(known, true, Optional.empty())
                    : new Decision.Unchanged(
                            known, isSeenIn(result, open), suspicion.map(Suspicion::again));
        }
        if (edited || open.verdict() == Verdict.UNKNOWN) {
            return new Decision.Changed(known);
        }
        var mark = open.markOf(known);
        return suspicion
                .filter(earlier -> earlier.mark().equals(mark))
                .map(earlier -> again(earlier, known))
                .orElseGet(() -> new Decision.Suspected(fresh(mark, suspicion)));
    }

    private static boolean isSeenIn(Known result, Known open) {
        return Comparison.of(open.findings(), result.findings()).isEmpty();
    }

    private Decision again(Suspicion earlier, Known known) {
        return now.isBefore(earlier.since().plus(gap))
                ? new Decision.Suspected(earlier)
                : new Decision.Changed(known);
    }

    private Suspicion fresh(String mark, Optional<Suspicion> earlier) {
        return new Suspicion(mark, now, earlier.map(Suspicion::tries).orElse(0) + 1);
    }
}
