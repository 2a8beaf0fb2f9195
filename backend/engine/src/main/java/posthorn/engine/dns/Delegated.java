package posthorn.engine.dns;

import static posthorn.engine.check.Finding.critical;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// The zone above delegates the zone, and to servers of which at least one speaks for it (RFC 1912
/// §2.8).
final class Delegated implements Rule<DnsFacts> {

    @Override
    public List<Finding> judge(DnsFacts facts) {
        return switch (facts.zone()) {
            case ZoneFacts.Foreign _, ZoneFacts.Unanswered _ -> List.of();
            case ZoneFacts.Missing(var name, var parent, var servers) ->
                    List.of(
                            critical("dns.domain-missing", name)
                                    .with("zone", parent)
                                    .with("servers", servers));
            case ZoneFacts.Cut cut -> isDead(cut) ? List.of(dead(cut)) : List.of();
        };
    }

    /// Whether resolvers fail and every server says that it does not speak for the zone or cannot
    /// be there, and that is their word: the servers of the zone above were heard to speak for
    /// theirs.
    static boolean isDead(ZoneFacts.Cut cut) {
        return !cut.resolves()
                && !cut.servers().isEmpty()
                && cut.delegation().isKnown()
                && cut.delegation().speaks()
                && cut.servers().stream().allMatch(NameServer::isDead);
    }

    private static Finding dead(ZoneFacts.Cut cut) {
        return critical("dns.delegation-dead", cut.apex())
                .with("servers", cut.servers().stream().map(NameServer::name).toList())
                .with(
                        "lameness",
                        cut.servers().stream().flatMap(Delegated::reason).distinct().toList());
    }

    private static Stream<String> reason(NameServer server) {
        return server.visits().isEmpty()
                ? Stream.of("NO_ADDRESS")
                : server.visits().stream()
                        .flatMap(visit -> visit.lameness().stream())
                        .map(Visit.Lameness::name);
    }
}
