package posthorn.engine.bulk;

import static posthorn.engine.check.Finding.unknown;

import java.util.Arrays;
import java.util.List;
import posthorn.engine.bulk.BulkFacts.Sending;
import posthorn.engine.check.Finding;

/// Requirements that the DNS could tell about, if it answered and a selector were known.
final class Undecided implements SendingRule {

    @Override
    public List<Finding> judge(Sending facts) {
        var open =
                Arrays.stream(Requirement.values())
                        .filter(requirement -> facts.standing(requirement) == Standing.OPEN)
                        .map(Requirement::name)
                        .toList();
        return open.isEmpty()
                ? List.of()
                : List.of(unknown("bulk.undecided", facts.domain()).with("requirements", open));
    }
}
