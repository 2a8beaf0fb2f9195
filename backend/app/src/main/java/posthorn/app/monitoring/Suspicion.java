package posthorn.app.monitoring;

import java.time.Instant;

/// Something new that one run saw and another has yet to see.
///
/// @param mark what exactly, so that the next run can be compared
/// @param since when it was first seen
/// @param tries runs that saw something new since the last that did not
record Suspicion(String mark, Instant since, int tries) {

    /// After so many runs that each saw something else, the next comes in its usual time.
    static final int MOST_TRIES = 3;

    /// Whether the next run comes soon.
    boolean isUrgent() {
        return tries <= MOST_TRIES;
    }

    Suspicion again() {
        return new Suspicion(mark, since, tries + 1);
    }
}
