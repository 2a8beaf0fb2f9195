package posthorn.engine.outside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Remembers answers for many runs: data for its TTL but an hour at most, the knowledge that there
/// is nothing for a minute, failures for five seconds. Bounded: the answer unused for longest goes
/// first, and large ones are not kept. Threads that ask the same at the same time share one answer.
public final class SharedCachingDns implements Dns {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration NOTHING = Duration.ofMinutes(1);
    private static final Duration FAILURE = Duration.ofSeconds(5);
    private static final int LARGE = 4096;

    private final Dns below;
    private final int size;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Question, Kept> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Question, FutureTask<Answer<Rdata>>> running = new LinkedHashMap<>();

    private record Kept(Answer<Rdata> answer, Instant until) {}

    /// Remembers at most `size` answers of `below`.
    public SharedCachingDns(Dns below, int size, Clock clock) {
        this.below = below;
        this.size = size;
        this.clock = clock;
    }

    /// How many answers are kept now.
    public int size() {
        lock.lock();
        try {
            return answers.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Answer<Rdata> ask(Question question) {
        var mine = new FutureTask<>(() -> below.ask(question));
        @Nullable FutureTask<Answer<Rdata>> others;
        lock.lock();
        try {
            var kept = fresh(question);
            if (kept != null) {
                return kept;
            }
            others = running.putIfAbsent(question, mine);
        } finally {
            lock.unlock();
        }
        if (others != null) {
            return Waiting.on(others);
        }
        try {
            mine.run();
            keep(question, Waiting.on(mine));
        } finally {
            forget(question);
        }
        return Waiting.on(mine);
    }

    private void forget(Question question) {
        lock.lock();
        try {
            running.remove(question);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Answer<Rdata> fresh(Question question) {
        var kept = answers.get(question);
        if (kept == null) {
            return null;
        }
        if (clock.instant().isBefore(kept.until())) {
            return kept.answer();
        }
        answers.remove(question);
        return null;
    }

    private void keep(Question question, Answer<Rdata> answer) {
        var time = time(answer);
        if (!time.isPositive() || Thread.currentThread().isInterrupted()) {
            return;
        }
        lock.lock();
        try {
            answers.put(question, new Kept(answer, clock.instant().plus(time)));
            if (answers.size() > size) {
                answers.remove(answers.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    private static Duration time(Answer<Rdata> answer) {
        return switch (answer) {
            case Answer.Data<Rdata>(var records, var ttl, _, _, _) ->
                    records.stream().mapToInt(r -> r.toString().length()).sum() > LARGE
                            ? Duration.ZERO
                            : Duration.ofSeconds(Math.min(ttl, LONGEST.toSeconds()));
            case Answer.NoData<Rdata> _, Answer.NxDomain<Rdata> _ -> NOTHING;
            case Answer.Failed<Rdata> _ -> FAILURE;
        };
    }
}
