package posthorn.engine.dmarc;

import java.util.List;
import java.util.Optional;
import posthorn.engine.dmarc.AuthenticatedDomain.Method;
import posthorn.engine.dmarc.AuthenticatedDomain.Outcome;
import posthorn.engine.dmarc.DmarcResult.Result;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;

/// Applies DMARC to one mail (RFC 9989 §5.3).
public final class DmarcEvaluator {

    private final Dns dns;

    /// An evaluator that asks `dns`.
    public DmarcEvaluator(Dns dns) {
        this.dns = dns;
    }

    /// What is so for a mail of this author, seen beside what SPF and DKIM found.
    public DmarcResult evaluate(DnsName author, List<AuthenticatedDomain> authenticated) {
        var alignment = new Alignment(dns);
        var exists = !(dns.txt(author) instanceof Answer.NxDomain);
        return switch (Discovery.of(alignment.walk(author), exists)) {
            case Discovery.None _ -> nothing(Result.NONE, author);
            case Discovery.Open _ -> nothing(Result.TEMPERROR, author);
            case Discovery.Found found -> new Judgement(found, author, alignment).of(authenticated);
        };
    }

    private static DmarcResult nothing(Result result, DnsName author) {
        return new DmarcResult(result, Policy.NONE, author, false, false);
    }

    private record Judgement(Discovery.Found found, DnsName author, Alignment alignment) {

        DmarcResult of(List<AuthenticatedDomain> authenticated) {
            boolean spf = passes(authenticated, Method.SPF);
            boolean dkim = passes(authenticated, Method.DKIM);
            boolean open = authenticated.stream().anyMatch(this::isOpen);
            Result failed = open ? Result.TEMPERROR : Result.FAIL;
            return new DmarcResult(
                    spf || dkim ? Result.PASS : failed,
                    found.inEffect(),
                    found.source(),
                    spf,
                    dkim);
        }

        private boolean passes(List<AuthenticatedDomain> authenticated, Method method) {
            return authenticated.stream()
                    .filter(domain -> domain.method() == method)
                    .filter(domain -> domain.outcome() == Outcome.PASS)
                    .anyMatch(domain -> aligned(domain).orElse(false));
        }

        /// Whether the domain could still have made the mail pass.
        private boolean isOpen(AuthenticatedDomain domain) {
            return switch (domain.outcome()) {
                case PASS -> aligned(domain).isEmpty();
                case TEMPERROR -> aligned(domain).orElse(true);
                case FAIL -> false;
            };
        }

        private Optional<Boolean> aligned(AuthenticatedDomain domain) {
            var tag = domain.method() == Method.SPF ? "aspf" : "adkim";
            return alignment.isAligned(author, domain.domain(), found.record().isStrict(tag));
        }
    }
}
