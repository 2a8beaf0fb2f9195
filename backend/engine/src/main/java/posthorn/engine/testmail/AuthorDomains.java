package posthorn.engine.testmail;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.dmarc.AuthenticatedDomain;
import posthorn.engine.dmarc.AuthenticatedDomain.Method;
import posthorn.engine.dmarc.AuthenticatedDomain.Outcome;
import posthorn.engine.dmarc.Discovery;
import posthorn.engine.dmarc.DmarcEvaluator;
import posthorn.engine.dmarc.DmarcRecord;
import posthorn.engine.dmarc.DmarcResult;
import posthorn.engine.dmarc.Policy;
import posthorn.engine.dmarc.Rfc7489View;
import posthorn.engine.dmarc.TreeWalk;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.psl.PublicSuffixes;
import posthorn.engine.signature.Result;

/// Applies DMARC to a message by both standards (RFC 9989 §5.3, RFC 7489 §6.6).
final class AuthorDomains {

    private final Dns dns;
    private final List<AuthenticatedDomain> authenticated;

    AuthorDomains(Dns dns, SpfIdentity mailFrom, List<SignatureFacts> signatures) {
        this.dns = dns;
        this.authenticated = authenticated(mailFrom, signatures);
    }

    private static List<AuthenticatedDomain> authenticated(
            SpfIdentity mailFrom, List<SignatureFacts> signatures) {
        var all = new ArrayList<AuthenticatedDomain>();
        DnsName.fromPerson(mailFrom.domain())
                .map(name -> new AuthenticatedDomain(Method.SPF, name, spf(mailFrom)))
                .ifPresent(all::add);
        for (var signature : signatures) {
            DnsName.fromPerson(signature.result().domain())
                    .map(name -> new AuthenticatedDomain(Method.DKIM, name, dkim(signature)))
                    .ifPresent(all::add);
        }
        return all.stream().distinct().toList();
    }

    private static Outcome spf(SpfIdentity identity) {
        return switch (identity.result().result()) {
            case PASS -> Outcome.PASS;
            case TEMPERROR -> Outcome.TEMPERROR;
            case FAIL, SOFTFAIL, NEUTRAL, NONE, PERMERROR -> Outcome.FAIL;
        };
    }

    private static Outcome dkim(SignatureFacts signature) {
        var result = signature.result().result();
        if (result == Result.PASS) {
            return Outcome.PASS;
        }
        return result == Result.TEMPERROR ? Outcome.TEMPERROR : Outcome.FAIL;
    }

    /// What both standards say about an Author Domain, seen beside what SPF and DKIM found.
    AuthorDmarc judge(DnsName author) {
        var both = new DmarcEvaluator(dns).evaluateBoth(author, authenticated);
        return new AuthorDmarc(
                author,
                treeWalk(author, both.current()),
                list(author, both.former(), both.view()),
                authenticated.stream().map(id -> identifier(author, id)).toList());
    }

    private PolicyView treeWalk(DnsName author, DmarcResult result) {
        var walk = TreeWalk.from(author, dns);
        var org = walk.organizationalDomain();
        return switch (Discovery.of(walk, dns)) {
            case Discovery.None _, Discovery.Open _ -> none(result, org, author);
            case Discovery.Found found ->
                    view(
                            result,
                            org,
                            found.source(),
                            found.record(),
                            found.published(),
                            found.inEffect());
        };
    }

    private static PolicyView list(DnsName author, DmarcResult result, Rfc7489View view) {
        var org = view.organizationalDomain();
        return switch (view) {
            case Rfc7489View.None _, Rfc7489View.Open _ -> none(result, org, author);
            case Rfc7489View.Found found ->
                    view(
                            result,
                            org,
                            found.source(),
                            found.record(),
                            found.policy(),
                            found.pct() == 0 ? found.policyBesides() : found.policy());
        };
    }

    private static PolicyView view(
            DmarcResult result,
            DnsName org,
            DnsName source,
            DmarcRecord record,
            Policy published,
            Policy inEffect) {
        return new PolicyView(
                result.result(),
                org,
                source,
                record.text(),
                published,
                inEffect,
                record.isStrict("aspf"),
                record.isStrict("adkim"));
    }

    private static PolicyView none(DmarcResult result, DnsName org, DnsName author) {
        return new PolicyView(
                result.result(), org, author, "", Policy.NONE, Policy.NONE, false, false);
    }

    private Identifier identifier(DnsName author, AuthenticatedDomain id) {
        return new Identifier(id, byTreeWalk(author, id.domain()), byList(author, id.domain()));
    }

    private Fit byTreeWalk(DnsName author, DnsName other) {
        if (author.equals(other)) {
            return Fit.EXACT;
        }
        var one = TreeWalk.from(author, dns);
        var two = TreeWalk.from(other, dns);
        if (!one.open().isEmpty() || !two.open().isEmpty()) {
            return Fit.UNKNOWN;
        }
        return one.organizationalDomain().equals(two.organizationalDomain())
                ? Fit.RELAXED
                : Fit.NONE;
    }

    private static Fit byList(DnsName author, DnsName other) {
        if (author.equals(other)) {
            return Fit.EXACT;
        }
        return organization(author).equals(organization(other)) ? Fit.RELAXED : Fit.NONE;
    }

    private static DnsName organization(DnsName name) {
        return PublicSuffixes.builtIn().organizationalDomain(name);
    }
}
