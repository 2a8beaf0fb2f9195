package posthorn.app.lists;

import java.time.Duration;
import java.time.Instant;
import posthorn.engine.dnsbl.Trouble;

/// What is known of a list after all its tests: how it is, since when, and whether it is asked. Two
/// failed tests half an hour apart, with none passed in between, disable it; two passed ones in a
/// row bring it back.
record Standing(Seen seen, Instant since, Streak streak, Use use) {

    private static final Duration APART = Duration.ofMinutes(30);
    private static final int ENOUGH = 2;

    private static final Duration GREEN = Duration.ofMinutes(15);
    private static final Duration RED = Duration.ofMinutes(5);

    /// What a test gave.
    ///
    /// @param point what the list was asked about when it failed, or nothing
    record Seen(ListState state, String point, String answer) {}

    /// Tests in a row that all passed, or all failed.
    record Streak(boolean isGreen, Instant begunAt, int tests, Instant testedAt) {

        static Streak first(boolean isGreen, Instant now) {
            return new Streak(isGreen, now, 1, now);
        }

        Streak after(boolean green, Instant now) {
            return green == isGreen
                    ? new Streak(isGreen, begunAt, tests + 1, now)
                    : first(green, now);
        }

        boolean isLong() {
            return !testedAt.isBefore(begunAt.plus(APART));
        }
    }

    /// Whether checks ask the list.
    sealed interface Use {

        /// They do.
        record Asked() implements Use {}

        /// They do not.
        ///
        /// @param since when it began to fail
        record Off(Trouble trouble, Instant since) implements Use {}
    }

    /// After the first test.
    static Standing first(Seen seen, Instant now) {
        var streak = Streak.first(seen.state().isGreen(), now);
        return new Standing(seen, now, streak, new Use.Asked());
    }

    /// After one more test.
    Standing after(Seen next, Instant now) {
        var longer = streak.after(next.state().isGreen(), now);
        var begun = next.state() == seen.state() ? since : now;
        return new Standing(next, begun, longer, use(next.state(), longer));
    }

    private Use use(ListState state, Streak longer) {
        if (longer.isGreen()) {
            return longer.tests() >= ENOUGH ? new Use.Asked() : use;
        }
        return switch (use) {
            case Use.Off(_, var from) -> new Use.Off(state.trouble(), from);
            case Use.Asked asked ->
                    longer.isLong() ? new Use.Off(state.trouble(), longer.begunAt()) : asked;
        };
    }

    boolean isOff() {
        return use instanceof Use.Off;
    }

    /// Whether it is time for the next test.
    boolean isDue(Instant now) {
        var pause = streak.isGreen() && !isOff() ? GREEN : RED;
        return !now.isBefore(streak.testedAt().plus(pause));
    }
}
