package posthorn.engine.dns;

import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Failure;

/// Silence tells nothing about a zone, only that we could not ask.
final class Silence implements Rule<DnsFacts> {

    static final String CODE = "dns.unanswered";

    @Override
    public List<Finding> judge(DnsFacts facts) {
        return switch (facts.zone()) {
            case ZoneFacts.Foreign _, ZoneFacts.Missing _ -> List.of();
            case ZoneFacts.Unanswered(var zone, var failure) ->
                    List.of(unknown(CODE, zone).with("failure", failure));
            case ZoneFacts.Cut cut -> silent(cut);
        };
    }

    private static List<Finding> silent(ZoneFacts.Cut cut) {
        return cut.speaking().findAny().isPresent() || Delegated.isDead(cut)
                ? List.of()
                : List.of(
                        unknown(CODE, cut.apex())
                                .with("failure", failure(cut))
                                .with("servers", names(cut)));
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

    private static List<String> names(ZoneFacts.Cut cut) {
        return cut.servers().stream().map(server -> server.name().toString()).toList();
    }
}
