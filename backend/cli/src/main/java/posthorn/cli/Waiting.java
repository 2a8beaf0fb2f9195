package posthorn.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Waits for work done by another thread.
final class Waiting {

    private Waiting() {}

    static <T> T on(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UsageError usage
                    ? usage
                    : new IllegalStateException("a fault of ours", e.getCause());
        }
    }
}
