package posthorn.engine.hosting;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.provider.Providers;
import posthorn.engine.provider.Recognised;
import posthorn.engine.psl.PublicSuffixes;

/// The servers of the zone that a domain lies in, as resolvers see them.
sealed interface NameServers {

    /// No zone of the domain's owner is to be seen.
    record None() implements NameServers {}

    /// Nobody could tell.
    record Unanswered(DnsName name, Failure failure) implements NameServers {}

    /// The NS records of the zone that begins at `zone`, sorted.
    record Seen(DnsName zone, List<DnsName> servers) implements NameServers {
        public Seen {
            servers = List.copyOf(servers);
        }

        /// The one provider that runs all of them: where servers of several stand together, nobody
        /// can tell from outside where the zone is edited.
        Optional<Recognised> provider() {
            var found = servers.stream().map(Providers.builtIn()::ofNs).toList();
            var signs = found.stream().flatMap(Optional::stream).map(Recognised::signs).toList();
            var providers =
                    found.stream().map(each -> each.map(Recognised::provider)).distinct().toList();
            return providers.size() == 1
                    ? providers
                            .getFirst()
                            .map(one ->
                                    new Recognised(
                                            one, signs.stream().flatMap(List::stream).toList()))
                    : Optional.empty();
        }
    }

    /// Climbs from the domain to the closest SOA record, as the check of the zone does.
    static NameServers of(DnsName domain, Dns dns) {
        for (var name : levels(domain)) {
            var soa = dns.ask(name, RecordType.SOA, Rdata.Soa.class);
            if (soa instanceof Answer.Failed<Rdata.Soa>(var failure, _, _)) {
                return new Unanswered(name, failure);
            }
            if (soa instanceof Answer.Data<Rdata.Soa> && soa.aliases().isEmpty()) {
                return at(name, dns);
            }
        }
        return new None();
    }

    private static NameServers at(DnsName zone, Dns dns) {
        return switch (dns.ns(zone)) {
            case Answer.Failed<DnsName>(var failure, _, _) -> new Unanswered(zone, failure);
            case Answer.Data<DnsName> data ->
                    new Seen(zone, data.records().stream().distinct().sorted().toList());
            case Answer.NoData<DnsName> _, Answer.NxDomain<DnsName> _ -> new None();
        };
    }

    /// The name and those above it, without what nobody but a registry holds.
    private static List<DnsName> levels(DnsName domain) {
        var organization = PublicSuffixes.builtIn().organizationalDomain(domain);
        return Stream.iterate(domain, name -> name.isWithin(organization), DnsName::parent)
                .takeWhile(Predicate.not(DnsName::isRoot))
                .limit(10)
                .toList();
    }
}
