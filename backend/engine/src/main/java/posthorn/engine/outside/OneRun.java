package posthorn.engine.outside;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import posthorn.engine.outside.SmtpAnswer.Unreached;
import posthorn.engine.outside.SmtpAnswer.Why;

/// The outside as all checks of one run see it: whatever is asked is asked once, and only so much
/// and so long. What is asked later, or comes later, stays unknown.
public final class OneRun {

    private static final int MOST_HOSTS = 3;
    private static final int MOST_ADDRESSES = 8;
    private static final int MOST_FILES = 10;
    private static final int PATIENCE = 2;

    private record ToServer(InetAddress server, Question question, Transport transport) {}

    private record ToHost(InetAddress address, DnsName host) {}

    private final Outside below;
    private final Instant deadline;
    private final LimitedDns dns;
    private final List<Dns> others;
    private final Once<ToServer, Answer<Rdata>> servers = new Once<>();
    private final Once<ToHost, SmtpAnswer> smtp = new Once<>();
    private final Once<URI, HttpsAnswer> https = new Once<>();
    private final Once<DnsName, Registration> registry = new Once<>();
    private final ConcurrentMap<InetAddress, AtomicInteger> silences = new ConcurrentHashMap<>();
    private final Set<DnsName> hosts = ConcurrentHashMap.newKeySet();
    private final Set<InetAddress> addresses = ConcurrentHashMap.newKeySet();
    private final Set<URI> files = ConcurrentHashMap.newKeySet();

    /// A run that asks `below` at most `queries` questions of the DNS, and nobody anything after
    /// `time`.
    public OneRun(Outside below, int queries, Duration time) {
        this.below = below;
        this.deadline = below.clock().instant().plus(time);
        this.dns = new LimitedDns(below.dns(), queries, deadline, below.clock());
        this.others =
                below.others().stream()
                        .<Dns>map(other -> new CachingDns(question -> asked(other, question)))
                        .toList();
    }

    private Answer<Rdata> asked(Dns other, Question question) {
        return dns.isAllowed() ? other.ask(question) : unsaid("our own limit");
    }

    /// The outside to ask about a domain.
    public Outside about(DnsName domain) {
        var shared = new CachingDns(new GivingUpDns(dns, domain));
        return new Outside(
                shared,
                others,
                this::server,
                this::greet,
                this::get,
                this::registered,
                below.clock());
    }

    private long left() {
        return Math.max(0, Duration.between(below.clock().instant(), deadline).toNanos());
    }

    private static <Q> boolean isWithin(Set<Q> asked, Q one, int most) {
        synchronized (asked) {
            return asked.contains(one) || (asked.size() < most && asked.add(one));
        }
    }

    private Answer<Rdata> server(InetAddress server, Question question, Transport transport) {
        return servers.get(
                new ToServer(server, question, transport),
                this::asked,
                left(),
                unsaid("our own limit"));
    }

    /// A server that has said nothing twice is left alone. One that takes no connections is not
    /// silent for that.
    private Answer<Rdata> asked(ToServer to) {
        var silent = silences.computeIfAbsent(to.server(), _ -> new AtomicInteger());
        if (silent.get() >= PATIENCE) {
            return unsaid("given up");
        }
        if (!dns.isAllowed()) {
            return unsaid("our own limit");
        }
        var answer = below.servers().ask(to.server(), to.question(), to.transport());
        if (to.transport() == Transport.UDP && GivingUpDns.isSilent(answer)) {
            silent.incrementAndGet();
        }
        return answer;
    }

    private static Answer<Rdata> unsaid(String why) {
        return new Answer.Failed<>(Failure.TIMEOUT, List.of(), Source.local(why));
    }

    private SmtpAnswer greet(InetAddress address, DnsName host) {
        boolean asked =
                isWithin(hosts, host, MOST_HOSTS)
                        && isWithin(addresses, address, MOST_ADDRESSES)
                        && left() > 0;
        return asked
                ? smtp.get(
                        new ToHost(address, host),
                        to -> below.smtp().greet(to.address(), to.host()),
                        left(),
                        new Unreached(Why.UNSURE))
                : new Unreached(Why.NOT_NOW);
    }

    private HttpsAnswer get(URI address) {
        var late = new HttpsAnswer.Failed(HttpsAnswer.Why.TIMEOUT, "our own limit");
        return isWithin(files, address, MOST_FILES) && left() > 0
                ? https.get(address, below.https()::get, left(), late)
                : late;
    }

    private Registration registered(DnsName domain) {
        var late = new Registration.Unknown(Registration.Why.NOT_NOW);
        return left() > 0 ? registry.get(domain, below.registry()::of, left(), late) : late;
    }
}
