package posthorn.engine.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.psl.PublicSuffixes;

/// Finds out in which zone a name lies: the closest name above it with a SOA record, or the one
/// that the servers of the zone above delegate.
final class ZoneSearch {

    private static final int MOST_LEVELS = 10;

    private final Dns dns;
    private final ParentServers parents;
    private final ZoneServers servers;

    ZoneSearch(Outside outside) {
        this.dns = outside.dns();
        this.parents = new ParentServers(outside);
        this.servers = new ZoneServers(outside);
    }

    /// What resolvers say on the way up from a name.
    ///
    /// @param zone where they find a SOA record
    /// @param open the name closest to the top, but below `zone`, about which they could not say
    /// @param failure why
    private record Climb(Optional<DnsName> zone, Optional<DnsName> open, Failure failure) {}

    ZoneFacts of(DnsName domain) {
        var organization = PublicSuffixes.builtIn().organizationalDomain(domain);
        var climb = climb(domain);
        var suspect =
                climb.open()
                        .or(() -> climb.zone().filter(zone -> zone.isWithin(organization)))
                        .orElse(organization);
        var delegation = parents.delegation(suspect);
        boolean seen = climb.open().isEmpty() && climb.zone().filter(suspect::equals).isPresent();
        if (seen || delegation.isListed()) {
            return servers.cut(new ZoneServers.Found(suspect, seen), domain, delegation);
        }
        if (delegation.isDenied() && suspect.equals(organization)) {
            return new ZoneFacts.Missing(suspect, delegation.parent(), delegation.saidBy());
        }
        return climb.open().isPresent()
                ? new ZoneFacts.Unanswered(suspect, climb.failure())
                : new ZoneFacts.Foreign();
    }

    private Climb climb(DnsName domain) {
        Optional<DnsName> open = Optional.empty();
        var failure = Failure.TIMEOUT;
        for (var name : levels(domain)) {
            var soa = dns.ask(name, RecordType.SOA, Rdata.Soa.class);
            if (soa instanceof Answer.Data<Rdata.Soa> && soa.aliases().isEmpty()) {
                return new Climb(Optional.of(name), open, failure);
            }
            if (soa instanceof Answer.Failed<Rdata.Soa>(var why, _, _)) {
                open = Optional.of(name);
                failure = why;
            }
        }
        return new Climb(Optional.empty(), open, failure);
    }

    /// The name and those above it, without the root and without what nobody but a registry holds.
    private static List<DnsName> levels(DnsName domain) {
        var organization = PublicSuffixes.builtIn().organizationalDomain(domain);
        var levels = new ArrayList<DnsName>();
        Stream.iterate(domain, name -> name.isWithin(organization), DnsName::parent)
                .takeWhile(name -> !name.isRoot())
                .limit(MOST_LEVELS)
                .forEach(levels::add);
        return levels;
    }
}
