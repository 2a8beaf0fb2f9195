package posthorn.engine.bulk;

import static posthorn.engine.check.Finding.info;

import java.util.Arrays;
import java.util.List;
import posthorn.engine.bulk.BulkFacts.Sending;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;

/// The check `bulk`.
public final class BulkCheck {

    private BulkCheck() {}

    /// Whether a domain meets what large receivers ask of senders, as far as the DNS shows.
    public static Check<Target, BulkFacts> check() {
        return new Check<>(
                "bulk",
                new BulkProbe(),
                _ -> List.of(),
                List.of(
                        new Undecided(),
                        new Authentication(),
                        new HostNames(),
                        new ReceiverCards(),
                        new ParkedExpectations()),
                BulkCheck::ok);
    }

    private static List<Finding> ok(BulkFacts facts) {
        return facts instanceof Sending sending && missesNothing(sending)
                ? List.of(info("bulk.ok", sending.domain()))
                : List.of();
    }

    private static boolean missesNothing(Sending facts) {
        return Arrays.stream(Requirement.values())
                .noneMatch(requirement -> facts.standing(requirement) == Standing.MISSED);
    }
}
