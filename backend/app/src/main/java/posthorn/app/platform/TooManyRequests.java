package posthorn.app.platform;

import java.time.Duration;

/// Thrown when a limit is reached; it says how long to wait.
public final class TooManyRequests extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooManyRequests(Duration wait) {
        this.wait = wait;
    }

    /// How long until a further try may succeed, in whole seconds, at least one.
    public long seconds() {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
