package posthorn.engine.outside;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import posthorn.engine.outside.HttpsAnswer.Answered;
import posthorn.engine.outside.HttpsAnswer.Failed;
import posthorn.engine.outside.Registration.NotFound;
import posthorn.engine.outside.Registration.Unknown;
import posthorn.engine.outside.Registration.Why;

/// Registries as they are, asked now over RDAP. Who answers for which top-level domain stands in a
/// list (RFC 9224), fetched once a day. A registry hears one question at a time, and none for an
/// hour after it did not want to answer (RFC 7480 §5.5).
final class LiveRegistry implements Registry {

    /// Where that list is.
    static final URI SERVICES = URI.create("https://data.iana.org/rdap/dns.json");

    /// The media types to ask for (RFC 7480 §4.2); the list is the second.
    static final String TYPES = "application/rdap+json, application/json";

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long TURN_SECONDS = 5;
    private static final int MOST_REDIRECTS = 2;

    private final Https https;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final ConcurrentMap<URI, Place> places = new ConcurrentHashMap<>();
    private Map<DnsName, URI> services = Map.of();
    private Instant nextList = Instant.MIN;

    /// Asks over `https`, which asks for the types above.
    LiveRegistry(Https https, Clock clock) {
        this.https = https;
        this.clock = clock;
    }

    /// A registry: whose turn it is, and until when it is left alone.
    private static final class Place {
        private final Semaphore turn = new Semaphore(1);
        private volatile Instant quietUntil = Instant.MIN;
    }

    @Override
    public Registration of(DnsName domain) {
        return service(domain)
                .filter(_ -> domain.isWellFormed())
                .map(base -> asked(base, domain))
                .orElseGet(() -> new Unknown(Why.NO_SERVICE));
    }

    /// The longest match counts (RFC 9224 §4).
    private Optional<URI> service(DnsName domain) {
        var known = services();
        return Stream.iterate(domain.parent(), name -> !name.isRoot(), DnsName::parent)
                .flatMap(name -> Optional.ofNullable(known.get(name)).stream())
                .findFirst();
    }

    /// The list of today; yesterday's while there is none.
    private Map<DnsName, URI> services() {
        lock.lock();
        try {
            if (!clock.instant().isBefore(nextList)) {
                var list = list();
                services = list.orElse(services);
                nextList = clock.instant().plus(list.isPresent() ? DAY : HOUR);
            }
            return services;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Map<DnsName, URI>> list() {
        try {
            return https.get(SERVICES) instanceof Answered(var status, _, _, var body, _)
                            && status == 200
                    ? Optional.of(Rdap.services(body))
                    : Optional.empty();
        } catch (Rdap.Malformed e) {
            return Optional.empty();
        }
    }

    private Registration asked(URI base, DnsName domain) {
        var place = places.computeIfAbsent(base, _ -> new Place());
        if (!hasTurn(place)) {
            return new Unknown(Why.NOT_NOW);
        }
        try {
            if (clock.instant().isBefore(place.quietUntil)) {
                return new Unknown(Why.REFUSED);
            }
            var said = said(base.resolve("domain/" + domain), domain);
            if (said.equals(new Unknown(Why.REFUSED))) {
                place.quietUntil = clock.instant().plus(HOUR);
            }
            return said;
        } finally {
            place.turn.release();
        }
    }

    private static boolean hasTurn(Place place) {
        try {
            return place.turn.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Registration said(URI address, DnsName domain) {
        var at = Optional.of(address);
        for (int i = 0; i <= MOST_REDIRECTS && at.isPresent(); i++) {
            switch (https.get(at.get())) {
                case Failed(var why, _) -> {
                    return new Unknown(why(why));
                }
                case Answered answered when answered.status() / 100 == 3 ->
                        at = target(at.get(), answered.location());
                case Answered(var status, _, _, var body, _) -> {
                    return said(status, body, domain);
                }
            }
        }
        return new Unknown(Why.MALFORMED);
    }

    private static Why why(HttpsAnswer.Why why) {
        return switch (why) {
            case NO_ADDRESS, DNS_SILENT, REFUSED, TIMEOUT, TLS, CERTIFICATE -> Why.SILENT;
            case FORBIDDEN, TOO_LARGE, MALFORMED -> Why.MALFORMED;
        };
    }

    private static Registration said(int status, String body, DnsName domain) {
        return switch (status) {
            case 200 -> read(body, domain);
            case 404 -> new NotFound(); // RFC 7480 §5.3
            case 429, 503 -> new Unknown(Why.REFUSED);
            default -> new Unknown(status / 100 == 5 ? Why.SILENT : Why.MALFORMED);
        };
    }

    private static Registration read(String body, DnsName domain) {
        try {
            return Rdap.registration(body, domain);
        } catch (Rdap.Malformed e) {
            return new Unknown(Why.MALFORMED);
        }
    }

    /// Where a redirect leads, if it may be followed.
    private static Optional<URI> target(URI from, String location) {
        try {
            return Optional.of(from.resolve(location)).flatMap(to -> Rdap.address(to.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
