package posthorn.engine.testmail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import posthorn.engine.dmarc.AuthenticatedDomain;
import posthorn.engine.dmarc.AuthenticatedDomain.Method;
import posthorn.engine.dmarc.AuthenticatedDomain.Outcome;
import posthorn.engine.dmarc.Discovery;
import posthorn.engine.dmarc.DmarcEvaluator;
import posthorn.engine.dmarc.DmarcRecord;
import posthorn.engine.dmarc.DmarcResult;
import posthorn.engine.dmarc.Policy;
import posthorn.engine.dmarc.TreeWalk;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.psl.PublicSuffixes;
import posthorn.engine.signature.Result;

/// Applies DMARC to a message by both standards (RFC 9989 §5.3, RFC 7489 §6.6).
final class DmarcViews {

    private final Dns dns;
    private final List<AuthenticatedDomain> authenticated;

    DmarcViews(Dns dns, SpfIdentity mailFrom, List<SignatureFacts> signatures) {
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

    AuthorDmarc of(DnsName author) {
        var identifiers = authenticated.stream().map(id -> identifier(author, id)).toList();
        return new AuthorDmarc(
                author, treeWalk(author), new ListView(author, dns).of(identifiers), identifiers);
    }

    private PolicyView treeWalk(DnsName author) {
        var walk = TreeWalk.from(author, dns);
        var result = new DmarcEvaluator(dns).evaluate(author, authenticated);
        var found = Discovery.of(walk, dns) instanceof Discovery.Found f ? List.of(f) : none();
        return found.stream()
                .map(policy -> view(result, walk, policy))
                .findFirst()
                .orElseGet(() -> none(result.result(), walk.organizationalDomain(), author));
    }

    private static List<Discovery.Found> none() {
        return List.of();
    }

    private static PolicyView view(DmarcResult result, TreeWalk walk, Discovery.Found found) {
        return new PolicyView(
                result.result(),
                walk.organizationalDomain(),
                found.source(),
                found.record().text(),
                found.published(),
                found.inEffect(),
                found.record().isStrict("aspf"),
                found.record().isStrict("adkim"));
    }

    private static PolicyView none(DmarcResult.Result result, DnsName org, DnsName author) {
        return new PolicyView(result, org, author, "", Policy.NONE, Policy.NONE, false, false);
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

    /// DMARC as it was (RFC 7489): the policy of the Author Domain or of its Organizational Domain
    /// by the public suffix list; `np`, `psd` and `t` mean nothing.
    private record ListView(DnsName author, Dns dns) {

        PolicyView of(List<Identifier> identifiers) {
            var org = organization(author);
            var own = dns.txt(author.child("_dmarc"));
            var record = record(own);
            if (record.isPresent()) {
                return view(author, record.get(), record.get().ownPolicy(), identifiers);
            }
            var above = dns.txt(org.child("_dmarc"));
            if (own.isFailed() || above.isFailed()) {
                return none(DmarcResult.Result.TEMPERROR, org, author);
            }
            return record(above)
                    .map(r -> view(org, r, r.inheritedPolicy(true), identifiers))
                    .orElseGet(() -> none(DmarcResult.Result.NONE, org, author));
        }

        private static Optional<DmarcRecord> record(Answer<Rdata.Text> answer) {
            var texts =
                    answer.records().stream()
                            .map(Rdata.Text::joined)
                            .filter(DmarcRecord::isDmarc)
                            .toList();
            return texts.size() == 1
                    ? Optional.of(DmarcRecord.read(texts.getFirst()))
                    : Optional.empty();
        }

        private PolicyView view(
                DnsName source,
                DmarcRecord record,
                Optional<Policy> policy,
                List<Identifier> identifiers) {
            var org = organization(author);
            return policy.map(p ->
                            new PolicyView(
                                    result(record, identifiers),
                                    org,
                                    source,
                                    record.text(),
                                    p,
                                    isNeverApplied(record) ? p.lowered() : p,
                                    record.isStrict("aspf"),
                                    record.isStrict("adkim")))
                    .orElseGet(() -> none(DmarcResult.Result.NONE, org, author));
        }

        private static DmarcResult.Result result(DmarcRecord record, List<Identifier> all) {
            var aligned =
                    all.stream()
                            .filter(id -> id.byList().isAligned(isStrict(record, id)))
                            .map(id -> id.authenticated().outcome())
                            .toList();
            if (aligned.contains(Outcome.PASS)) {
                return DmarcResult.Result.PASS;
            }
            return aligned.contains(Outcome.TEMPERROR)
                    ? DmarcResult.Result.TEMPERROR
                    : DmarcResult.Result.FAIL;
        }

        /// `pct=0` lowers the policy for each message; other values do so for some (RFC 7489
        /// §6.6.4).
        private static boolean isNeverApplied(DmarcRecord record) {
            return record.tags().value("pct").filter(pct -> pct.equals("0")).isPresent();
        }

        private static boolean isStrict(DmarcRecord record, Identifier id) {
            boolean spf = id.authenticated().method() == Method.SPF;
            return record.isStrict(spf ? "aspf" : "adkim");
        }
    }
}
