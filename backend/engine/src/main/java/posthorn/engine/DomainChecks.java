package posthorn.engine;

import java.util.List;
import posthorn.engine.check.Check;
import posthorn.engine.check.Target;
import posthorn.engine.dkim.DkimCheck;
import posthorn.engine.mx.MxCheck;
import posthorn.engine.spf.SpfCheck;

/// The checks of a domain, in the order of a report.
public final class DomainChecks {

    private DomainChecks() {}

    /// All of them.
    public static List<Check<Target, ?>> all() {
        return List.of(MxCheck.check(), SpfCheck.check(), DkimCheck.check());
    }
}
