package posthorn.engine.spf;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.spf.SpfFacts.Published;

/// A rule about a record that is there; silent otherwise.
interface RecordRule extends Rule<SpfFacts> {

    List<Finding> judge(Published facts);

    @Override
    default List<Finding> judge(SpfFacts facts) {
        return facts instanceof Published published ? judge(published) : List.of();
    }
}
