package posthorn.engine.dnsbl;

import java.time.Duration;
import java.time.Instant;

/// How many questions a list may be asked at a moment: a burst, and one more each second, which is
/// less than the hundred thousand a day that lists allow who name a number.
record Budget(double questions, Instant at) {

    static final int BURST = 300;

    private static final double A_SECOND = 1000;

    static Budget full(Instant now) {
        return new Budget(BURST, now);
    }

    /// The same at a later time.
    Budget at(Instant now) {
        double more = Math.max(0, Duration.between(at, now).toMillis() / A_SECOND);
        return new Budget(Math.min(BURST, questions + more), now);
    }

    boolean isEnough() {
        return questions >= 1;
    }

    /// What is left after one question, if there was one.
    Budget less() {
        return isEnough() ? new Budget(questions - 1, at) : this;
    }
}
