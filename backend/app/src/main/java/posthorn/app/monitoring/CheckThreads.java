package posthorn.app.monitoring;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The threads of running checks. When the service stops, they end first, while the database still
/// takes back what they had claimed. Nobody is interrupted: that would cut connections.
@Component
final class CheckThreads implements Executor, SmartLifecycle {

    private static final long SECONDS_TO_END = 12;

    private volatile ExecutorService threads = anew();

    private final Rounds rounds;
    private volatile boolean running;

    CheckThreads(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void start() {
        threads = anew();
        rounds.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        rounds.stop();
        threads.shutdown();
        try {
            threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static ExecutorService anew() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("check-", 0).factory());
    }
}
