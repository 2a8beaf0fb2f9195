package posthorn.engine.outside;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Answers to questions that are asked once, each on a thread of its own. Whoever does not want to
/// wait for one any longer goes without it; it still comes for those who ask later.
final class Once<Q, A> {

    private final ConcurrentMap<Q, FutureTask<A>> answers = new ConcurrentHashMap<>();

    /// The answer to a question, or `late` if it takes longer.
    A get(Q question, Function<Q, A> ask, long nanos, A late) {
        var mine = new FutureTask<>(() -> ask.apply(question));
        var first = answers.putIfAbsent(question, mine);
        if (first == null) {
            Thread.ofVirtual().start(mine);
        }
        try {
            return (first == null ? mine : first).get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return late;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return late;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the outside threw instead of answering", e);
        }
    }
}
