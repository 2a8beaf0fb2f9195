package posthorn.engine.outside;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.outside.SmtpAnswer.StartTls;
import posthorn.engine.outside.SmtpAnswer.Unreached;
import posthorn.engine.outside.SmtpAnswer.Why;

/// Mail servers, bothered as little as can be, whoever asks: one connection to an address at a
/// time, one an hour for a host there, a minute between two of them. Whoever asks in between gets
/// the answer of the hour; only a server that did not encrypt is looked at once more, because
/// nobody is blamed after a single look. Bounded: the address unvisited for longest is
/// forgotten first, and while all were visited within the hour, none is added.
public final class PoliteSmtp implements Smtp {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration APART = Duration.ofMinutes(1);
    private static final int ADDRESSES = 4000;
    private static final int HOSTS = 4;
    private static final int LARGE = 32 * 1024;

    private final Smtp below;
    private final Duration turn;
    private final Duration apart;
    private final Clock clock;
    private final int size;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<InetAddress, Place> places = new LinkedHashMap<>();

    /// Asks `below`.
    public PoliteSmtp(Smtp below, Clock clock) {
        this(below, HOUR, APART, ADDRESSES, clock);
    }

    /// Asks `below` once in a `turn` for a host, and lets `apart` pass between two connections to
    /// an address, for at most `size` addresses in a turn.
    public PoliteSmtp(Smtp below, Duration turn, Duration apart, int size, Clock clock) {
        this.below = below;
        this.turn = turn;
        this.apart = apart;
        this.size = size;
        this.clock = clock;
    }

    /// @param again whether it was the second of an hour
    private record Visit(Instant at, SmtpAnswer answer, boolean again) {

        boolean isEnough() {
            return again || answer instanceof Spoke(_, _, _, StartTls.Encrypted _);
        }
    }

    /// What is known of an address.
    private static final class Place {
        private final Map<DnsName, Visit> visits = new LinkedHashMap<>();
        private Instant last = Instant.MIN;
        private @Nullable FutureTask<SmtpAnswer> running;
    }

    /// What is to be done for somebody who asks.
    private sealed interface Step {
        record Say(SmtpAnswer answer) implements Step {}

        record Wait(FutureTask<SmtpAnswer> running) implements Step {}

        record Go(FutureTask<SmtpAnswer> task) implements Step {}
    }

    @Override
    public SmtpAnswer greet(InetAddress address, DnsName host) {
        while (true) {
            switch (step(address, host)) {
                case Step.Say(var answer) -> {
                    return answer;
                }
                case Step.Go(var task) -> {
                    task.run();
                    return answer(task);
                }
                case Step.Wait(var running) -> {
                    var answer = answer(running);
                    if (!isVisit(answer) || Thread.currentThread().isInterrupted()) {
                        return answer;
                    }
                }
            }
        }
    }

    private Step step(InetAddress address, DnsName host) {
        lock.lock();
        try {
            var now = clock.instant();
            forgetBefore(now.minus(turn));
            var place = places.get(address);
            if (place == null && places.size() >= size) {
                return new Step.Say(new Unreached(Why.NOT_NOW));
            }
            return step(places.computeIfAbsent(address, _ -> new Place()), address, host, now);
        } finally {
            lock.unlock();
        }
    }

    private Step step(Place place, InetAddress address, DnsName host, Instant now) {
        place.visits.values().removeIf(visit -> !visit.at().isAfter(now.minus(turn)));
        var last = last(place, host);
        boolean pause = now.isBefore(place.last.plus(apart));
        if (last.isPresent() && (pause || last.get().isEnough())) {
            return new Step.Say(last.get().answer());
        }
        var running = place.running;
        if (running != null) {
            return new Step.Wait(running);
        }
        boolean again = last.isPresent();
        if (pause || (!again && place.visits.size() >= HOSTS)) {
            return new Step.Say(new Unreached(Why.NOT_NOW));
        }
        var task = new FutureTask<>(() -> visited(place, address, host, again));
        place.running = task;
        return new Step.Go(task);
    }

    /// The last visit whose answer is good for a host.
    private static Optional<Visit> last(Place place, DnsName host) {
        return place.visits.entrySet().stream()
                .filter(e -> e.getKey().equals(host) || isGoodFor(host, e.getValue().answer()))
                .map(Map.Entry::getValue)
                .max(Comparator.comparing(Visit::at));
    }

    /// Whether an answer for one host tells the truth about another at the same address: unless it
    /// holds a certificate, which the server may have chosen for the first.
    private static boolean isGoodFor(DnsName host, SmtpAnswer answer) {
        return !(answer instanceof Spoke(_, _, _, StartTls.Encrypted(var session, _)))
                || session.names(host);
    }

    private SmtpAnswer visited(Place place, InetAddress address, DnsName host, boolean again) {
        SmtpAnswer answer = new Unreached(Why.NOT_NOW);
        try {
            answer = below.greet(address, host);
            return answer;
        } finally {
            leave(place, address, host, answer, again);
        }
    }

    private void leave(
            Place place, InetAddress address, DnsName host, SmtpAnswer answer, boolean again) {
        lock.lock();
        try {
            place.running = null;
            if (isVisit(answer)) {
                place.last = clock.instant();
                place.visits.put(host, new Visit(place.last, small(answer), again));
                places.remove(address);
                places.put(address, place); // the last visited stands last
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether there was a connection, or one was tried.
    private static boolean isVisit(SmtpAnswer answer) {
        return !(answer instanceof Unreached(var why))
                || why == Why.REFUSED
                || why == Why.TIMEOUT
                || why == Why.NETWORK
                || why == Why.UNSURE;
    }

    /// Answers that fill the memory are told once.
    private static SmtpAnswer small(SmtpAnswer answer) {
        return SmtpText.of(answer).length() > LARGE ? new Unreached(Why.NOT_NOW) : answer;
    }

    /// Those at whom nobody is now and nobody was since; they stand first.
    private void forgetBefore(Instant end) {
        var eldest = places.values().iterator();
        while (eldest.hasNext()) {
            var place = eldest.next();
            if (place.running == null && place.last.isAfter(end)) {
                return;
            }
            if (place.running == null) {
                eldest.remove();
            }
        }
    }

    private static SmtpAnswer answer(FutureTask<SmtpAnswer> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unreached(Why.NOT_NOW);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a mail server threw instead of answering", e);
        }
    }
}
