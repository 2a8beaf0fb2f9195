package posthorn.engine.dns;

import static posthorn.engine.check.Finding.warning;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;

/// A name server is named by a host (RFC 2181 §10.3) with an address that all of the Internet can
/// reach.
final class ServerNames implements Rule<DnsFacts> {

    @Override
    public List<Finding> judge(DnsFacts facts) {
        return facts.cut().stream()
                .filter(cut -> !Delegated.isDead(cut))
                .flatMap(cut -> cut.servers().stream().flatMap(s -> judge(s, cut).stream()))
                .toList();
    }

    private static List<Finding> judge(NameServer server, ZoneFacts.Cut cut) {
        var findings = new ArrayList<Finding>();
        if (!server.aliases().isEmpty()) {
            findings.add(
                    warning("dns.ns-cname", server.name())
                            .with("zone", cut.apex())
                            .with("chain", server.aliases()));
        }
        if (server.isWithoutAddress()) {
            findings.add(
                    Finding.of(severity(server, cut), "dns.ns-unresolvable", server.name())
                            .with("zone", cut.apex()));
        }
        if (!server.unreachable().isEmpty()) {
            findings.add(
                    warning("dns.ns-private", server.name())
                            .with("zone", cut.apex())
                            .with("addresses", server.unreachable()));
        }
        return findings;
    }

    /// The zone above may keep an address for a name below the zone, so that all works.
    private static Severity severity(NameServer server, ZoneFacts.Cut cut) {
        return cut.resolves() && server.name().isWithin(cut.apex()) ? NOTICE : WARNING;
    }
}
