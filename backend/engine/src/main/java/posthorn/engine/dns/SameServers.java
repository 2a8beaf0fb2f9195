package posthorn.engine.dns;

import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;

/// The zone above and the zone itself list the same name servers (RFC 1912 §2.8). A difference does
/// harm only where it leads to a server that does not speak for the zone.
final class SameServers implements Rule<DnsFacts> {

    @Override
    public List<Finding> judge(DnsFacts facts) {
        return facts.cut()
                .filter(cut -> cut.speaking().findAny().isPresent())
                .filter(cut -> cut.delegation().isKnown() && !cut.own().isEmpty())
                .map(SameServers::judge)
                .orElse(List.of());
    }

    private static List<Finding> judge(ZoneFacts.Cut cut) {
        var listed = cut.delegation().listed();
        var own = cut.own();
        var onlyListed = listed.stream().filter(name -> !own.contains(name)).toList();
        var onlyOwn = own.stream().filter(name -> !listed.contains(name)).toList();
        if (onlyListed.isEmpty() && onlyOwn.isEmpty()) {
            return List.of();
        }
        boolean harms =
                cut.servers().stream()
                        .filter(server -> !server.lame().isEmpty())
                        .map(NameServer::name)
                        .anyMatch(name -> onlyListed.contains(name) || onlyOwn.contains(name));
        return List.of(
                Finding.of(harms ? WARNING : NOTICE, "dns.ns-mismatch", cut.apex())
                        .with("atParent", shown(listed))
                        .with("inZone", shown(own))
                        .with("onlyAtParent", shown(onlyListed))
                        .with("onlyInZone", shown(onlyOwn)));
    }

    private static List<String> shown(List<DnsName> names) {
        return names.isEmpty() ? List.of("NONE") : names.stream().map(DnsName::toString).toList();
    }
}
