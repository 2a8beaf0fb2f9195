package posthorn.engine.dmarc;

import java.util.List;
import java.util.Optional;
import posthorn.engine.dmarc.AuthenticatedDomain.Method;
import posthorn.engine.dmarc.AuthenticatedDomain.Outcome;
import posthorn.engine.dmarc.DmarcResult.Result;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.psl.PublicSuffixes;

/// Applies DMARC to one mail (RFC 9989 §5.3).
public final class DmarcEvaluator {

    private final Dns dns;

    /// An evaluator that asks `dns`.
    public DmarcEvaluator(Dns dns) {
        this.dns = dns;
    }

    /// What is so for a mail of this author, seen beside what SPF and DKIM found.
    public DmarcResult evaluate(DnsName author, List<AuthenticatedDomain> authenticated) {
        return current(author, authenticated, new Alignment(dns));
    }

    /// The same, beside what RFC 7489 makes of the mail, which many receivers still follow.
    public DmarcViews evaluateBoth(DnsName author, List<AuthenticatedDomain> authenticated) {
        var alignment = new Alignment(dns);
        var org = PublicSuffixes.builtIn().organizationalDomain(author);
        var walk = alignment.walk(author);
        var view =
                Rfc7489View.of(
                        walk.own(), walk.at(org).orElseGet(() -> TreeWalk.Step.at(org, dns)));
        return new DmarcViews(
                current(author, authenticated, alignment),
                former(author, authenticated, view),
                view);
    }

    private DmarcResult current(
            DnsName author, List<AuthenticatedDomain> authenticated, Alignment alignment) {
        var discovery = Discovery.of(alignment.walk(author), dns);
        return switch (discovery) {
            case Discovery.None _ -> nothing(Result.NONE, author);
            case Discovery.Open _ -> nothing(Result.TEMPERROR, author);
            case Discovery.Found found ->
                    new Judgement(author, found.record(), alignment::isAligned)
                            .of(authenticated, found.inEffect(), found.source());
        };
    }

    private static DmarcResult former(
            DnsName author, List<AuthenticatedDomain> authenticated, Rfc7489View view) {
        return switch (view) {
            case Rfc7489View.None _ -> nothing(Result.NONE, author);
            case Rfc7489View.Open _ -> nothing(Result.TEMPERROR, author);
            case Rfc7489View.Found found ->
                    new Judgement(author, found.record(), Alignment::isAlignedByList)
                            .of(authenticated, found.policy(), found.source());
        };
    }

    private static DmarcResult nothing(Result result, DnsName author) {
        return new DmarcResult(result, Policy.NONE, author, false, false);
    }

    /// Whether a domain belongs to the author; empty where an answer is missing that would decide.
    private interface Relation {
        Optional<Boolean> isAligned(DnsName author, DnsName identifier, boolean strict);
    }

    private record Judgement(DnsName author, DmarcRecord record, Relation relation) {

        DmarcResult of(List<AuthenticatedDomain> authenticated, Policy policy, DnsName source) {
            boolean spf = passes(authenticated, Method.SPF);
            boolean dkim = passes(authenticated, Method.DKIM);
            boolean open = authenticated.stream().anyMatch(this::isOpen);
            Result failed = open ? Result.TEMPERROR : Result.FAIL;
            return new DmarcResult(spf || dkim ? Result.PASS : failed, policy, source, spf, dkim);
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
            return relation.isAligned(author, domain.domain(), record.isStrict(tag));
        }
    }
}
