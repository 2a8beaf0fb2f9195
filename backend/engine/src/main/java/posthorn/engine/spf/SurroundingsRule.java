package posthorn.engine.spf;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.spf.SpfFacts.Surroundings;

/// A rule about what stands around the record; silent when the DNS was.
interface SurroundingsRule extends Rule<SpfFacts> {

    /// What the surroundings mean; `published` if the domain has a record or several.
    List<Finding> judge(Surroundings around, boolean published);

    @Override
    default List<Finding> judge(SpfFacts facts) {
        return switch (facts) {
            case SpfFacts.Published published -> judge(published.around(), true);
            case SpfFacts.Several several -> judge(several.around(), true);
            case SpfFacts.Absent absent -> judge(absent.around(), false);
            case SpfFacts.Unreachable _ -> List.of();
        };
    }
}
