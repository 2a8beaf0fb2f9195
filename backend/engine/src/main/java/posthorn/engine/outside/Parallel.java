package posthorn.engine.outside;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Several questions at a time, each on a virtual thread. Every question ends by itself (see
/// [LiveDns]), so this does too.
public final class Parallel {

    private Parallel() {}

    /// What `ask` gives for each input, in the order of the inputs; `atOnce` at most at a time.
    public static <I, O> List<O> map(List<I> inputs, int atOnce, Function<I, O> ask) {
        var turns = new Semaphore(atOnce);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    inputs.stream()
                            .map(input -> threads.submit(() -> inTurn(turns, ask, input)))
                            .toList();
            return running.stream().map(Parallel::result).toList();
        }
    }

    private static <I, O> O inTurn(Semaphore turns, Function<I, O> ask, I input) {
        turns.acquireUninterruptibly();
        try {
            return ask.apply(input);
        } finally {
            turns.release();
        }
    }

    private static <O> O result(Future<O> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question failed", e.getCause());
        }
    }
}
