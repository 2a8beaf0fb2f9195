package posthorn.engine.outside;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Name servers as they are, each asked by itself and without recursion. A silent one is asked
/// twice. An alias is followed as far as this server knows.
public final class LiveServers implements Servers {

    private static final int PORT = 53;

    private final Routes routes;
    private final Inquiry inquiry;

    /// Asks where `routes` lead.
    public LiveServers(Routes routes) {
        this(routes, LiveDns.PATIENCE);
    }

    LiveServers(Routes routes, Duration patience) {
        this.routes = routes;
        this.inquiry = new Inquiry(patience);
    }

    @Override
    public Answer<Rdata> ask(InetAddress server, Question question, Transport transport) {
        var to = routes.to(server, PORT);
        if (to.isEmpty()) {
            return new Answer.Failed<>(
                    Failure.TIMEOUT, List.of(), Source.local("none we connect to"));
        }
        var name = Wire.name(question.name());
        if (name.isEmpty()) {
            return new Answer.NxDomain<>(List.of(), Source.local("no name"));
        }
        return answer(new At(server, to.get(), transport), name.get(), question);
    }

    /// Where to ask, and how.
    private record At(InetAddress server, InetSocketAddress to, Transport transport) {}

    private Answer<Rdata> answer(At at, Name name, Question question) {
        var begun = System.nanoTime();
        var aliases = new ArrayList<Name>();
        var reading = reading(at, name, question);
        boolean authoritative = reading.authoritative();
        long ttl = reading.ttl();
        aliases.addAll(reading.aliases());
        while (reading.end() instanceof Reading.End.Further && LiveDns.isSane(aliases)) {
            reading = reading(at, aliases.getLast(), question);
            ttl = Math.min(ttl, reading.ttl());
            aliases.addAll(reading.aliases());
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var source = new Source(IpText.of(at.server()), authoritative, took);
        return LiveDns.answer(reading, LiveDns.names(aliases), ttl, false, source);
    }

    private Reading reading(At at, Name name, Question question) {
        var reply = said(at, name, question);
        if (!(reply instanceof Reply.Said)) {
            reply = said(at, name, question);
        }
        return switch (reply) {
            case Reply.Said(var message) when isReferral(message) ->
                    delegation(message, name, question.type())
                            .orElseGet(() -> Reading.fault(Failure.SERVFAIL));
            case Reply.Said(var message) -> Reading.of(message, name, question);
            case Reply.Garbled() -> Reading.fault(Failure.MALFORMED);
            case Reply.Silent() -> Reading.fault(Failure.TIMEOUT);
        };
    }

    private Reply said(At at, Name name, Question question) {
        return inquiry.of(at.to(), at.transport(), name, question, WireQuery.To.SERVER);
    }

    /// RFC 2308 §2.2: nothing but the names of others.
    private static boolean isReferral(Message message) {
        var authority = message.getSection(Section.AUTHORITY);
        return message.getRcode() == Rcode.NOERROR
                && !message.getHeader().getFlag(Flags.AA)
                && message.getSection(Section.ANSWER).isEmpty()
                && authority.stream().anyMatch(r -> r.getType() == Type.NS)
                && authority.stream().noneMatch(r -> r.getType() == Type.SOA);
    }

    /// The name servers to which a referral delegates exactly this name.
    private static Optional<Reading> delegation(Message message, Name name, RecordType type) {
        var servers =
                message.getSection(Section.AUTHORITY).stream()
                        .filter(r -> r.getType() == Type.NS && r.getName().equals(name))
                        .toList();
        if (type != RecordType.NS || servers.isEmpty()) {
            return Optional.empty();
        }
        long ttl = servers.stream().mapToLong(r -> r.getTTL()).min().orElseThrow();
        return Optional.of(
                new Reading(List.of(), ttl, false, false, new Reading.End.Found(servers)));
    }
}
