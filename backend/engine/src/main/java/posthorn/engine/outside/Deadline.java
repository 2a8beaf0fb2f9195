package posthorn.engine.outside;

import java.net.SocketTimeoutException;
import java.time.Duration;

/// A point in time after which an exchange is over, however often something arrives.
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return end - System.nanoTime() <= 0;
    }

    /// The time left in whole milliseconds, at least one.
    ///
    /// @throws SocketTimeoutException when none is left
    int millis() throws SocketTimeoutException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("deadline");
        }
        return (int) Math.max(1, left / 1_000_000);
    }
}
