package posthorn.engine.outside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import posthorn.engine.outside.Registration.Dated;
import posthorn.engine.outside.Registration.NotFound;
import posthorn.engine.outside.Registration.Undated;
import posthorn.engine.outside.Registration.Unknown;
import posthorn.engine.outside.Registration.Why;

/// Registries, bothered as little as can be, whoever asks: once a day for a domain; once an hour
/// while its end is near or something else is going on, and after a failure. Where a registry
/// fails, what it said last is said again until it is two days old, so that a finding does not come
/// and go. Nobody waits for long: an answer that comes late is there for whoever asks next.
/// Bounded: the domain asked about longest ago is forgotten first.
final class PoliteRegistry implements Registry {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration NEAR = Duration.ofDays(31);
    private static final Duration STALE = Duration.ofDays(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern UNREST = Pattern.compile("hold|pending|redemption");
    private static final int DOMAINS = 10_000;
    private static final int AT_ONCE = 100;

    private final Registry below;
    private final Clock clock;
    private final Duration patience;
    private final int size;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<DnsName, Kept> kept = new LinkedHashMap<>();
    private final Map<DnsName, FutureTask<Registration>> running = new HashMap<>();

    PoliteRegistry(Registry below, Clock clock) {
        this(below, clock, PATIENCE, DOMAINS);
    }

    /// Lets nobody wait longer than `patience`, and remembers `size` domains.
    PoliteRegistry(Registry below, Clock clock, Duration patience, int size) {
        this.below = below;
        this.clock = clock;
        this.patience = patience;
        this.size = size;
    }

    /// @param at when the registry said so
    /// @param until when it is asked again
    private record Kept(Registration answer, Instant at, Instant until) {
        Kept keptUntil(Instant other) {
            return new Kept(answer, at, other);
        }
    }

    @Override
    public Registration of(DnsName domain) {
        return switch (locked(() -> step(domain))) {
            case Step.Say(var answer) -> answer;
            case Step.Wait(var task) -> answer(task, domain);
        };
    }

    /// What is to be done for somebody who asks.
    private sealed interface Step {
        record Say(Registration answer) implements Step {}

        record Wait(FutureTask<Registration> task) implements Step {}
    }

    private Step step(DnsName domain) {
        var known = Optional.ofNullable(kept.get(domain));
        if (known.filter(k -> clock.instant().isBefore(k.until())).isPresent()) {
            return new Step.Say(known.get().answer());
        }
        var task = Optional.ofNullable(running.get(domain));
        return task.isEmpty() && running.size() >= AT_ONCE
                ? new Step.Say(lastOr(domain, Why.NOT_NOW))
                : new Step.Wait(task.orElseGet(() -> started(domain)));
    }

    private FutureTask<Registration> started(DnsName domain) {
        var task = new FutureTask<>(() -> asked(domain));
        running.put(domain, task);
        Thread.ofVirtual().start(task);
        return task;
    }

    private Registration asked(DnsName domain) {
        try {
            var answer = below.of(domain);
            return locked(() -> keep(domain, answer));
        } finally {
            locked(() -> Optional.ofNullable(running.remove(domain)));
        }
    }

    private Registration keep(DnsName domain, Registration answer) {
        var now = clock.instant();
        var fresh = new Kept(answer, now, now.plus(time(answer, now)));
        var held =
                answer instanceof Unknown
                        ? lastKnown(domain).map(k -> k.keptUntil(fresh.until())).orElse(fresh)
                        : fresh;
        kept.remove(domain);
        kept.put(domain, held); // the last asked about stands last
        if (kept.size() > size) {
            kept.remove(kept.keySet().iterator().next());
        }
        return held.answer();
    }

    /// How long an answer holds.
    private static Duration time(Registration answer, Instant now) {
        return switch (answer) {
            case Dated(var expires, var statuses) ->
                    isQuiet(statuses) && expires.isAfter(now.plus(NEAR)) ? DAY : HOUR;
            case Undated(var statuses) -> isQuiet(statuses) ? DAY : HOUR;
            case Unknown(var why) when why == Why.NOT_NOW -> Duration.ZERO;
            case NotFound _, Unknown _ -> HOUR;
        };
    }

    private static boolean isQuiet(List<String> statuses) {
        return statuses.stream().noneMatch(status -> UNREST.matcher(status).find());
    }

    /// What a registry itself said of a domain, not too long ago.
    private Optional<Kept> lastKnown(DnsName domain) {
        var end = clock.instant().minus(STALE);
        return Optional.ofNullable(kept.get(domain))
                .filter(k -> !(k.answer() instanceof Unknown) && k.at().isAfter(end));
    }

    private Registration lastOr(DnsName domain, Why why) {
        return lastKnown(domain).map(Kept::answer).orElseGet(() -> new Unknown(why));
    }

    private Registration answer(FutureTask<Registration> task, DnsName domain) {
        try {
            return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return locked(() -> lastOr(domain, Why.SILENT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unknown(Why.NOT_NOW);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a registry threw instead of answering", e);
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
