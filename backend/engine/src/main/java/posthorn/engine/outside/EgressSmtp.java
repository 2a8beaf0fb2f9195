package posthorn.engine.outside;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.outside.SmtpAnswer.Unreached;
import posthorn.engine.outside.SmtpAnswer.Why;

/// Tells a port 25 that is closed on our side from servers that are not there. It is open for an
/// hour after anybody has spoken. Without that, it counts as closed when the hosts known to be good
/// cannot be reached either, or, where none are known, when nobody was in three unrelated networks.
/// Before that is decided, nobody is said to be silent, for it may be us. While it is closed, one
/// connection in five minutes finds out whether it still is.
public final class EgressSmtp implements Smtp {

    private static final Duration OPEN = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final int ENOUGH = 3;

    private final Smtp below;
    private final Dns dns;
    private final List<DnsName> known;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> silent = new HashSet<>();
    private boolean closed;
    private Instant openUntil = Instant.MIN;
    private Instant nextTry = Instant.MIN;
    private Instant nextKnown = Instant.MIN;

    /// Asks `below`; `known` are hosts that answer whenever port 25 is open.
    public EgressSmtp(Smtp below, Dns dns, List<DnsName> known, Clock clock) {
        this.below = below;
        this.dns = dns;
        this.known = List.copyOf(known);
        this.clock = clock;
    }

    @Override
    public SmtpAnswer greet(InetAddress address, DnsName host) {
        if (!isTried()) {
            return new Unreached(Why.EGRESS);
        }
        var answer = below.greet(address, host);
        return switch (answer) {
            case Spoke _ -> spoke(answer);
            case Unreached(var why) ->
                    switch (why) {
                        case REFUSED, TIMEOUT -> failed(address, answer, Why.UNSURE);
                        case NETWORK -> failed(address, answer, why);
                        case UNSURE, FORBIDDEN, EGRESS, NOT_NOW, NOT_ASKED -> answer;
                    };
        };
    }

    /// Whether a connection is made at all.
    private boolean isTried() {
        lock.lock();
        try {
            var now = clock.instant();
            if (closed && now.isBefore(nextTry)) {
                return false;
            }
            nextTry = now.plus(AGAIN);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private SmtpAnswer spoke(SmtpAnswer answer) {
        lock.lock();
        try {
            closed = false;
            silent.clear();
            openUntil = clock.instant().plus(OPEN);
            return answer;
        } finally {
            lock.unlock();
        }
    }

    /// @param doubt what to say as long as nobody has spoken
    private SmtpAnswer failed(InetAddress address, SmtpAnswer answer, Why doubt) {
        if (isKnownTurn() && known.stream().anyMatch(this::isThere)) {
            return spoke(answer);
        }
        lock.lock();
        try {
            if (clock.instant().isBefore(openUntil)) {
                return answer;
            }
            silent.add(network(address));
            closed = !known.isEmpty() || silent.size() >= ENOUGH;
            return new Unreached(closed ? Why.EGRESS : doubt);
        } finally {
            lock.unlock();
        }
    }

    /// Known hosts are asked once in an hour at most, and only when there is a doubt.
    private boolean isKnownTurn() {
        lock.lock();
        try {
            var now = clock.instant();
            if (now.isBefore(openUntil) || now.isBefore(nextKnown)) {
                return false;
            }
            nextKnown = now.plus(OPEN);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isThere(DnsName host) {
        return dns.a(host).records().stream()
                .limit(1)
                .anyMatch(address -> below.greet(address, host) instanceof Spoke);
    }

    /// The first 16 bits of an IPv4 address, the first 32 of an IPv6 address.
    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, bytes.length == 4 ? 2 : 4);
    }
}
