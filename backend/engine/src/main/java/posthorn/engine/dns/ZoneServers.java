package posthorn.engine.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.dns.ZoneFacts.Connection;
import posthorn.engine.dns.ZoneFacts.Cut;
import posthorn.engine.dns.ZoneFacts.Delegation;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.Servers;
import posthorn.engine.outside.SpecialPurpose;
import posthorn.engine.outside.Transport;

/// The servers of a zone, each asked by itself: whether it speaks for the zone, what it says of the
/// records that mail needs most, and whether it takes connections.
final class ZoneServers {

    /// A root of the DNS has no more, and a response of 512 octets holds no more.
    static final int MOST_NAMES = 13;

    static final int MOST_ADDRESSES = 4;

    /// More servers than this are not compared.
    static final int MOST_COMPARED = 8;

    private static final int AT_ONCE = 16;

    private final Dns dns;
    private final Servers servers;

    ZoneServers(Outside outside) {
        this.dns = outside.dns();
        this.servers = outside.servers();
    }

    /// One of the servers, and the address to ask it at.
    private record Speaker(DnsName server, InetAddress address) {}

    /// Where a zone begins, and whether resolvers find its SOA record.
    record Found(DnsName apex, boolean resolves) {}

    Cut cut(Found zone, DnsName domain, ParentServers.Asked parent) {
        var apex = zone.apex();
        var named = dns.ns(apex).records().stream().sorted().toList();
        var names =
                Stream.concat(parent.listed().stream(), named.stream())
                        .distinct()
                        .limit(MOST_NAMES)
                        .toList();
        var found = Parallel.map(names, AT_ONCE, name -> server(name, apex));
        var speakers =
                found.stream()
                        .flatMap(server -> speaker(server).stream())
                        .limit(MOST_COMPARED)
                        .toList();
        var connections = Parallel.map(speakers, AT_ONCE, speaker -> connection(speaker, apex));
        return new Cut(
                apex,
                zone.resolves(),
                delegation(parent, speakers, connections),
                named,
                found,
                copies(domain, speakers),
                connections,
                apexAlias(domain, speakers));
    }

    private static Optional<Speaker> speaker(NameServer server) {
        return server.first().map(visit -> new Speaker(server.name(), visit.address()));
    }

    private NameServer server(DnsName name, DnsName apex) {
        var a = dns.a(name);
        var aaaa = dns.aaaa(name);
        var addresses =
                SpecialPurpose.without(
                                Stream.concat(a.records().stream(), aaaa.records().stream())
                                        .distinct())
                        .limit(MOST_ADDRESSES)
                        .toList();
        var visits =
                Parallel.map(
                        addresses,
                        MOST_ADDRESSES,
                        address -> visit(address, address.equals(addresses.getFirst()), apex));
        return new NameServer(name, a, aaaa, visits);
    }

    /// Both questions go to the first address of a server, and to those that do not speak for the
    /// zone: what they say counts only when they say it twice.
    private Visit visit(InetAddress address, boolean first, DnsName apex) {
        var soa = servers.ask(address, new Question(apex, RecordType.SOA));
        boolean silent =
                soa instanceof Answer.Failed<Rdata>(var failure, _, _)
                        && failure == Failure.TIMEOUT;
        boolean fine = soa instanceof Answer.Data<Rdata> && soa.source().authoritative();
        return new Visit(
                address,
                soa,
                silent || (fine && !first)
                        ? ParentServers.notAsked()
                        : servers.at(address, Transport.UDP).ns(apex));
    }

    /// The zone above is asked for itself only where it has to vouch for the way.
    private static Delegation delegation(
            ParentServers.Asked parent, List<Speaker> speakers, List<Connection> connections) {
        boolean refused =
                !connections.isEmpty() && connections.stream().allMatch(Connection::isRefused);
        return new Delegation(
                parent.parent(),
                parent.listed(),
                speakers.isEmpty() ? parent.soa(Transport.UDP) : ParentServers.notAsked(),
                refused ? parent.soa(Transport.TCP) : ParentServers.notAsked());
    }

    private Connection connection(Speaker speaker, DnsName apex) {
        var soa = new Question(apex, RecordType.SOA);
        return new Connection(speaker.server(), servers.ask(speaker.address(), soa, Transport.TCP));
    }

    private List<Copies> copies(DnsName domain, List<Speaker> speakers) {
        var questions =
                List.of(
                        new Question(domain, RecordType.MX),
                        new Question(domain, RecordType.TXT),
                        new Question(domain.child("_dmarc"), RecordType.TXT));
        return Parallel.map(questions, AT_ONCE, question -> copies(question, speakers));
    }

    private Copies copies(Question question, List<Speaker> speakers) {
        var first = copies(question, speakers, Transport.UDP);
        var copies = new Copies(question.name(), question.type(), first, List.of());
        return copies.differ()
                ? new Copies(
                        question.name(),
                        question.type(),
                        first,
                        copies(question, speakers, Transport.TCP))
                : copies;
    }

    private List<Copies.Copy> copies(
            Question question, List<Speaker> speakers, Transport transport) {
        return Parallel.map(
                speakers,
                AT_ONCE,
                speaker ->
                        new Copies.Copy(
                                speaker.server(),
                                servers.ask(speaker.address(), question, transport)));
    }

    private Answer<DnsName> apexAlias(DnsName domain, List<Speaker> speakers) {
        return speakers.stream()
                .findFirst()
                .map(speaker -> servers.at(speaker.address(), Transport.UDP).cname(domain))
                .orElseGet(ParentServers::notAsked);
    }
}
