package posthorn.engine.outside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Remembers answers for many runs: data for its TTL, the knowledge that there is nothing for as
/// long as the zone says (RFC 2308 §5), failures for five seconds; none for longer than a bound.
/// Its memory is bounded too: the answer unused for longest goes first, and a large one is not
/// kept. Threads that ask the same at the same time share one answer.
public final class SharedCachingDns implements Dns {

    /// How long answers are kept where nothing else is set: two looks a minute apart are two
    ///
    public static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    /// What a process spends on answers.
    public static final long OCTETS = 16L << 20;

    private static final Duration FAILURE = Duration.ofSeconds(5);

    /// One answer gets this share of the memory at most.
    private static final int SHARE = 64;

    private final Dns below;
    private final long octets;
    private final Duration longest;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Question, Kept> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Question, FutureTask<Answer<Rdata>>> running = new HashMap<>();
    private long used;

    private record Kept(Answer<Rdata> answer, Instant until, long octets) {}

    /// Remembers answers of `below` for `longest` at most, in about `octets` of memory.
    public SharedCachingDns(Dns below, long octets, Duration longest, Clock clock) {
        this.below = below;
        this.octets = octets;
        this.longest = longest;
        this.clock = clock;
    }

    /// About how much memory the answers take.
    public long octets() {
        lock.lock();
        try {
            return used;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Dns freshWithin(DnsName domain) {
        return question -> question.name().isWithin(domain) ? below.ask(question) : ask(question);
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
        return others == null ? asked(question, mine) : Waiting.on(others);
    }

    private Answer<Rdata> asked(Question question, FutureTask<Answer<Rdata>> mine) {
        try {
            mine.run();
            var answer = Waiting.on(mine);
            if (!Thread.currentThread().isInterrupted()) {
                keep(question, answer);
            }
            return answer;
        } finally {
            forget(question);
        }
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
        drop(question);
        return null;
    }

    private void keep(Question question, Answer<Rdata> answer) {
        var time = time(answer);
        long size = Weight.of(question, answer);
        if (!time.isPositive() || size > octets / SHARE) {
            return;
        }
        lock.lock();
        try {
            drop(question);
            answers.put(question, new Kept(answer, clock.instant().plus(time), size));
            used += size;
            while (used > octets) {
                drop(answers.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    private void drop(Question question) {
        var kept = answers.remove(question);
        used -= kept == null ? 0 : kept.octets();
    }

    private Duration time(Answer<Rdata> answer) {
        return switch (answer) {
            case Answer.Data<Rdata>(_, var ttl, _, _, _) -> bounded(ttl);
            case Answer.NoData<Rdata>(_, var ttl, _) -> bounded(ttl);
            case Answer.NxDomain<Rdata>(_, var ttl, _) -> bounded(ttl);
            case Answer.Failed<Rdata> _ -> FAILURE.compareTo(longest) < 0 ? FAILURE : longest;
        };
    }

    private Duration bounded(long ttl) {
        return ttl == Answer.UNTOLD
                ? longest
                : Duration.ofSeconds(Math.min(ttl, longest.toSeconds()));
    }
}
