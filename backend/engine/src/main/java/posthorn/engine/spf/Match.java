package posthorn.engine.spf;

import java.util.List;
import posthorn.engine.spf.SpfResult.Reason;
import posthorn.engine.spf.SpfResult.Step;

/// How a mechanism compares with the client (RFC 7208 §4.6.2).
sealed interface Match {

    Match YES = new Yes(List.of());
    Match NO = new No();

    /// It matches; `path` leads to the term inside an include.
    record Yes(List<Step> path) implements Match {}

    record No() implements Match {}

    /// Evaluation ends here.
    record Ends(Result result, Reason reason, List<Step> path) implements Match {}

    static Match when(boolean matches) {
        return matches ? YES : NO;
    }

    static Match permerror(Reason reason) {
        return new Ends(Result.PERMERROR, reason, List.of());
    }

    static Match temperror(Reason reason) {
        return new Ends(Result.TEMPERROR, reason, List.of());
    }
}
