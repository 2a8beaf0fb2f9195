package posthorn.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import posthorn.engine.dmarc.AuthenticatedDomain;
import posthorn.engine.dmarc.AuthenticatedDomain.Method;
import posthorn.engine.dmarc.AuthenticatedDomain.Outcome;
import posthorn.engine.dmarc.DmarcEvaluator;
import posthorn.engine.dmarc.DmarcResult;
import posthorn.engine.outside.DnsName;

/// DMARC of a mail from a subdomain, signed by the organizational domain.
@State(Scope.Benchmark)
public class DmarcBench {

    private final DmarcEvaluator evaluator = new DmarcEvaluator(Memory.dns());
    private final DnsName author = DnsName.of("news.example.org");
    private final List<AuthenticatedDomain> authenticated =
            List.of(
                    new AuthenticatedDomain(
                            Method.SPF, DnsName.of("bounce.example.net"), Outcome.PASS),
                    new AuthenticatedDomain(Method.DKIM, DnsName.of("example.org"), Outcome.PASS));

    /// Two tree walks and more: discovery, alignment of both, the policy.
    @Benchmark
    public DmarcResult evaluate() {
        return evaluator.evaluate(author, authenticated);
    }
}
