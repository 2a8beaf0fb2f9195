package posthorn.engine.dns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.Servers;
import posthorn.engine.outside.Transport;

/// Follows the aliases among the names that mail programs, senders and receivers look up.
final class AliasProbe {

    private static final int AT_ONCE = 8;
    private static final int MOST_EXCHANGERS = 4;
    private static final int FARTHEST = 12;
    private static final List<String> NAMES =
            List.of("mail", "autodiscover", "autoconfig", "mta-sts", Alias.POLICY);
    private static final List<RecordType> BESIDE = List.of(RecordType.TXT, RecordType.MX);

    private final Dns dns;
    private final Servers servers;
    private final ZoneFacts zone;

    AliasProbe(Outside outside, ZoneFacts zone) {
        this.dns = outside.dns();
        this.servers = outside.servers();
        this.zone = zone;
    }

    /// Those of the names that are aliases, and those about which nobody could tell. What a
    /// wildcard makes of names (RFC 4592) is one alias, that of the wildcard.
    DnsFacts.Names names(DnsName domain, List<DnsName> exchangers) {
        if (zone instanceof ZoneFacts.Missing) {
            return new DnsFacts.Names(List.of(), List.of());
        }
        var own = exchangers.stream().filter(host -> host.isWithin(domain));
        var names =
                Stream.concat(NAMES.stream().map(domain::child), own.limit(MOST_EXCHANGERS))
                        .distinct()
                        .toList();
        var wildcard = dns.cname(domain.child(DnsProbe.UNUSED)).records().stream().findFirst();
        var looked = Parallel.map(names, AT_ONCE, name -> looked(name, wildcard));
        var shared = wildcard.map(target -> followed(domain.child(Alias.WILDCARD), target));
        return new DnsFacts.Names(
                Stream.concat(looked.stream().flatMap(l -> l.alias().stream()), shared.stream())
                        .toList(),
                looked.stream().flatMap(l -> l.open().stream()).toList());
    }

    /// What was found out about one name.
    private record Looked(Optional<Alias> alias, Optional<DnsFacts.Open> open) {}

    private Looked looked(DnsName name, Optional<DnsName> wildcard) {
        var cname = dns.cname(name);
        var alias =
                cname.records().stream()
                        .findFirst()
                        .filter(target -> !wildcard.filter(target::equals).isPresent())
                        .map(target -> followed(name, target));
        var open =
                open(name, cname)
                        .or(() ->
                                alias.filter(a -> !a.isEndless())
                                        .flatMap(a -> open(name, a.end())));
        return new Looked(alias, open);
    }

    private static Optional<DnsFacts.Open> open(DnsName name, Answer<?> answer) {
        return answer instanceof Answer.Failed<?>(var failure, _, _)
                ? Optional.of(new DnsFacts.Open(name, failure))
                : Optional.empty();
    }

    private Optional<DnsName> target(DnsName name) {
        return dns.cname(name).records().stream().findFirst();
    }

    private Alias followed(DnsName name, DnsName target) {
        var end =
                dns.ask(new Question(target, Alias.isPolicy(name) ? RecordType.TXT : RecordType.A));
        return new Alias(name, target, end, chain(name, target, end), beside(name));
    }

    /// Where nobody could follow to the end, alias by alias.
    private List<DnsName> chain(DnsName name, DnsName target, Answer<Rdata> end) {
        var chain = new ArrayList<DnsName>(List.of(target));
        if (!end.isFailed()) {
            chain.addAll(end.aliases());
            return chain;
        }
        var seen = new HashSet<>(Set.of(name));
        while (chain.size() < FARTHEST && seen.add(chain.getLast())) {
            var next = target(chain.getLast());
            if (next.isEmpty()) {
                break;
            }
            chain.add(next.get());
        }
        return chain;
    }

    /// Other records at an alias, as a server of its zone has them.
    private List<RecordType> beside(DnsName name) {
        var server =
                zone instanceof ZoneFacts.Cut cut && name.isWithin(cut.apex())
                        ? cut.speaking().flatMap(s -> s.first().stream()).findFirst()
                        : Optional.<Visit>empty();
        return server.map(visit -> servers.at(visit.address(), Transport.UDP)).stream()
                .filter(own -> !own.cname(name).records().isEmpty())
                .flatMap(own -> BESIDE.stream().filter(type -> isThere(own, name, type)))
                .toList();
    }

    private static boolean isThere(Dns own, DnsName name, RecordType type) {
        var answer = own.ask(new Question(name, type));
        return answer instanceof Answer.Data<Rdata>
                && answer.source().authoritative()
                && answer.aliases().isEmpty();
    }
}
