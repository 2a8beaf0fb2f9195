package posthorn.engine.spf;

import java.time.Clock;
import posthorn.engine.outside.Dns;

/// Evaluates records for one mail: the function `check_host()` of RFC 7208 §4, with all its limits.
public final class SpfEvaluator {

    private final Dns dns;
    private final Clock clock;

    /// An evaluator that asks `dns` and takes the time from `clock`.
    public SpfEvaluator(Dns dns, Clock clock) {
        this.dns = dns;
        this.clock = clock;
    }

    /// What the sender's domain, or for a bounce the HELO name, says about this mail.
    public SpfResult evaluate(SpfQuery query) {
        return new Evaluation(dns, clock, query).result(query.senderDomain());
    }

    /// What the domain of the HELO name says about this client (RFC 7208 §2.3).
    public SpfResult evaluateHelo(SpfQuery query) {
        return evaluate(new SpfQuery(query.ip(), query.helo(), "", query.receiver()));
    }
}
