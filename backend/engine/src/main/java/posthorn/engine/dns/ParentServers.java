package posthorn.engine.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import posthorn.engine.outside.Source;
import posthorn.engine.outside.SpecialPurpose;
import posthorn.engine.outside.Transport;

/// The servers of the zone above, which delegate a zone: two of them, asked themselves.
final class ParentServers {

    private static final int ENOUGH = 2;
    private static final int MOST_LEVELS = 10;

    private final Dns dns;
    private final Servers servers;

    ParentServers(Outside outside) {
        this.dns = outside.dns();
        this.servers = outside.servers();
    }

    /// One server of the zone above, and what it says about the zone below.
    private record Said(DnsName server, InetAddress address, Answer<DnsName> ns) {

        boolean denies() {
            return ns instanceof Answer.NxDomain<DnsName> && ns.source().authoritative();
        }
    }

    /// What they said, and the way to ask them again.
    final class Asked {

        private final DnsName parent;
        private final List<Said> said;

        private Asked(DnsName parent, List<Said> said) {
            this.parent = parent;
            this.said = said;
        }

        DnsName parent() {
            return parent;
        }

        /// The name servers to which they delegate.
        List<DnsName> listed() {
            return said.stream()
                    .flatMap(one -> one.ns().records().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }

        boolean isListed() {
            return !listed().isEmpty();
        }

        /// Whether they say that the name does not exist, and none says otherwise.
        boolean isDenied() {
            return said.stream().anyMatch(Said::denies)
                    && said.stream().allMatch(one -> one.denies() || one.ns().isFailed());
        }

        List<DnsName> saidBy() {
            return said.stream().filter(Said::denies).map(Said::server).toList();
        }

        /// Their own SOA record, from the first that gives it.
        Answer<Rdata> soa(Transport transport) {
            return said.stream()
                    .map(one ->
                            servers.ask(
                                    one.address(), new Question(parent, RecordType.SOA), transport))
                    .filter(answer -> !answer.isFailed())
                    .findFirst()
                    .orElseGet(ParentServers::notAsked);
        }
    }

    /// No answer, because no question was asked.
    static <T> Answer<T> notAsked() {
        return new Answer.Failed<>(Failure.TIMEOUT, List.of(), Source.local("not asked"));
    }

    Asked delegation(DnsName zone) {
        var parent = parent(zone);
        return parent.map(above -> new Asked(above.name(), said(above.servers(), zone)))
                .orElseGet(() -> new Asked(DnsName.ROOT, List.of()));
    }

    private record Above(DnsName name, List<DnsName> servers) {}

    /// The closest zone above.
    private Optional<Above> parent(DnsName zone) {
        return Stream.iterate(zone.parent(), DnsName::parent)
                .limit(Math.min(MOST_LEVELS, zone.labels().size()))
                .map(name -> new Above(name, servers(name)))
                .filter(above -> !above.servers().isEmpty())
                .findFirst();
    }

    private List<DnsName> servers(DnsName name) {
        var ns = dns.ns(name);
        return ns.aliases().isEmpty() ? ns.records().stream().sorted().toList() : List.of();
    }

    private List<Said> said(List<DnsName> names, DnsName zone) {
        var few = names.stream().limit(ENOUGH).toList();
        return Parallel.map(few, ENOUGH, name -> said(name, zone)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Said> said(DnsName name, DnsName zone) {
        return SpecialPurpose.without(dns.a(name).records().stream())
                .findFirst()
                .map(address -> new Said(name, address, at(address).ns(zone)));
    }

    private Dns at(InetAddress address) {
        return servers.at(address, Transport.UDP);
    }
}
