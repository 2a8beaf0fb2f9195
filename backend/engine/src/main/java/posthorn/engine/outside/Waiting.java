package posthorn.engine.outside;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Waits for answers without losing an interrupt.
public final class Waiting {

    private Waiting() {}

    /// The answer, when it is there.
    public static Answer<Rdata> on(Future<Answer<Rdata>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Failed<>(
                    Failure.TIMEOUT, java.util.List.of(), Source.local("interrupted"));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a DNS threw instead of answering", e.getCause());
        }
    }
}
