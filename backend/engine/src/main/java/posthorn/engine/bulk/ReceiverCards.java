package posthorn.engine.bulk;

import static posthorn.engine.check.Finding.info;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import posthorn.engine.bulk.BulkFacts.Sending;
import posthorn.engine.check.Finding;

/// One card for each receiver: what it asks, and how the domain stands to it.
final class ReceiverCards implements SendingRule {

    @Override
    public List<Finding> judge(Sending facts) {
        return Arrays.stream(Receiver.values()).map(receiver -> card(receiver, facts)).toList();
    }

    private static Finding card(Receiver receiver, Sending facts) {
        return info("bulk.card", receiver.title())
                .with("met", count(receiver, facts, Standing.MET))
                .with("missed", count(receiver, facts, Standing.MISSED))
                .with("open", count(receiver, facts, Standing.OPEN))
                .with("unseen", count(receiver, facts, Standing.UNSEEN))
                .with(
                        "requirements",
                        receiver.requirements().stream().map(r -> row(r, facts)).toList());
    }

    private static long count(Receiver receiver, Sending facts, Standing standing) {
        return receiver.requirements().stream()
                .filter(requirement -> facts.standing(requirement) == standing)
                .count();
    }

    private static Map<String, Object> row(Requirement requirement, Sending facts) {
        return Map.of(
                "requirement", requirement.name(), "standing", facts.standing(requirement).name());
    }
}
