package posthorn.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import posthorn.engine.check.Check;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.Target;
import posthorn.engine.outside.OneRun;
import posthorn.engine.outside.Outside;

/// All checks of one domain, run side by side. Each question is asked once; after 300 questions or
/// 30 seconds nothing more is asked, and neither is a domain whose servers stay silent; what is
/// then missing is unknown.
public final class DomainCheckup {

    private static final int MAX_QUERIES = 300;
    private static final Duration MAX_TIME = Duration.ofSeconds(30);

    private final List<Check<Target, ?>> checks;

    /// A check-up of these checks.
    public DomainCheckup(List<Check<Target, ?>> checks) {
        this.checks = List.copyOf(checks);
    }

    /// Runs the checks. `landed` hears of each result as soon as it is there, on another thread and
    /// one at a time; the list returned is in the order of the checks.
    public List<CheckResult> run(Target target, Outside outside, Consumer<CheckResult> landed) {
        var shared = new OneRun(outside, MAX_QUERIES, MAX_TIME).about(target.domain());
        var mouth = new ReentrantLock();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    checks.stream()
                            .map(check ->
                                    start(threads, check, target, shared, heard(mouth, landed)))
                            .toList();
            return running.stream().map(DomainCheckup::result).toList();
        }
    }

    private static Consumer<CheckResult> heard(Lock mouth, Consumer<CheckResult> landed) {
        return result -> {
            mouth.lock();
            try {
                landed.accept(result);
            } finally {
                mouth.unlock();
            }
        };
    }

    private static Future<CheckResult> start(
            ExecutorService threads,
            Check<Target, ?> check,
            Target target,
            Outside outside,
            Consumer<CheckResult> landed) {
        return threads.submit(() -> {
            var result = check.run(target, outside);
            landed.accept(result);
            return result;
        });
    }

    private static CheckResult result(Future<CheckResult> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during a check-up", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check failed", e.getCause());
        }
    }
}
