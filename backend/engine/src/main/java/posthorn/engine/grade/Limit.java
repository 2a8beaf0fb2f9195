package posthorn.engine.grade;

import java.util.List;
import posthorn.engine.check.Finding;

/// A ceiling that counts for a domain.
///
/// @param causes the findings that bring it about; none where something is only not proven
public record Limit(Ceiling ceiling, List<Finding> causes) {

    public Limit {
        causes = List.copyOf(causes);
    }
}
