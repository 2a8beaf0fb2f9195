package posthorn.engine.dns;

import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Failure;

/// Silence tells nothing about a zone, only that we could not ask.
final class Silence implements Rule<DnsFacts> {

    @Override
    public List<Finding> judge(DnsFacts facts) {
        return switch (facts.zone()) {
            case ZoneFacts.Missing _ -> List.of();
            case ZoneFacts.Foreign _ -> names(facts);
            case ZoneFacts.Unanswered(var zone, var failure) ->
                    List.of(unknown("dns.unanswered", zone).with("failure", failure));
            case ZoneFacts.Cut cut when Delegated.isDead(cut) -> List.of();
            case ZoneFacts.Cut cut when cut.speaking().findAny().isPresent() -> names(facts);
            case ZoneFacts.Cut cut -> List.of(silent(cut));
        };
    }

    private static List<Finding> names(DnsFacts facts) {
        var open = facts.names().open();
        return open.isEmpty()
                ? List.of()
                : List.of(
                        unknown("dns.names-unanswered", facts.target().domain())
                                .with("names", open.stream().map(DnsFacts.Open::name).toList())
                                .with(
                                        "failure",
                                        open.stream()
                                                .map(DnsFacts.Open::failure)
                                                .distinct()
                                                .toList()));
    }

    private static Finding silent(ZoneFacts.Cut cut) {
        return unknown("dns.unanswered", cut.apex())
                .with("failure", failure(cut))
                .with("servers", cut.servers().stream().map(NameServer::name).toList());
    }

    private static String failure(ZoneFacts.Cut cut) {
        var visits = cut.servers().stream().flatMap(server -> server.visits().stream()).toList();
        if (visits.isEmpty()) {
            return "NO_ADDRESS";
        }
        return visits.stream().allMatch(visit -> visit.lameness().isPresent())
                ? "NO_AUTHORITY"
                : Failure.TIMEOUT.name();
    }
}
