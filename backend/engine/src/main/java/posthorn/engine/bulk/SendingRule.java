package posthorn.engine.bulk;

import java.util.List;
import posthorn.engine.bulk.BulkFacts.Sending;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// A rule about a domain that sends; silent otherwise.
interface SendingRule extends Rule<BulkFacts> {

    List<Finding> judge(Sending facts);

    @Override
    default List<Finding> judge(BulkFacts facts) {
        return facts instanceof Sending sending ? judge(sending) : List.of();
    }
}
