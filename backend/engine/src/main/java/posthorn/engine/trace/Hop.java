package posthorn.engine.trace;

import java.time.Duration;
import java.time.Instant;

/// One step of a message on its way.
///
/// @param position from 1 for the first step
public record Hop(int position, Received received, Timing timing) {

    /// When a step was taken.
    public sealed interface Timing {

        /// At a known time.
        ///
        /// @param at by the clocks of all others: never before the step before, never after the
        ///   next
        /// @param delay since the step before that has a time; none for the first
        /// @param ahead how far the writer's clock was ahead of that
        record Known(Instant at, Duration delay, Duration ahead) implements Timing {}

        /// Its date is missing or cannot be read.
        record Undated() implements Timing {}
    }

    /// How long the message was on its way to here; none where that is not known.
    public Duration delay() {
        return timing instanceof Timing.Known(_, var delay, _) ? delay : Duration.ZERO;
    }

    /// How far the writer's clock was ahead of those behind it.
    public Duration ahead() {
        return timing instanceof Timing.Known(_, _, var ahead) ? ahead : Duration.ZERO;
    }
}
