package posthorn.engine.testmail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.dmarc.DmarcResult.Result;
import posthorn.engine.dmarc.Policy;

/// What DMARC says about the message (RFC 9989 §5.3), and whether receivers of the old standard say
/// the same.
final class DmarcVerdict implements Rule<AuthenticationFacts> {

    @Override
    public List<Finding> judge(AuthenticationFacts facts) {
        return facts.onlyDmarc().stream()
                .flatMap(dmarc -> Stream.concat(verdict(facts, dmarc), difference(dmarc)))
                .toList();
    }

    private static Stream<Finding> verdict(AuthenticationFacts facts, AuthorDmarc dmarc) {
        var view = dmarc.treeWalk();
        return Stream.of(
                Finding.of(severity(view), "tm.dmarc-" + word(view.result()), dmarc.author())
                        .with("by", dmarc.aligned().stream().map(DmarcVerdict::shown).toList())
                        .with("policy", view.published().text())
                        .with("effect", view.inEffect())
                        .with("source", view.source())
                        .with("record", view.record())
                        .with("organization", view.organizationalDomain())
                        .with("spfMode", mode(view.strictSpf()))
                        .with("dkimMode", mode(view.strictDkim()))
                        .with("spf", List.of(spf(facts.mailFrom())))
                        .with(
                                "dkim",
                                facts.signatures().stream()
                                        .map(DmarcVerdict::dkim)
                                        .distinct()
                                        .toList())
                        .with("identifiers", dmarc.identifiers().stream().map(i -> all(i)).toList())
                        .with("oldResult", dmarc.list().result())
                        .with("oldPolicy", dmarc.list().inEffect())
                        .with("oldOrganization", dmarc.list().organizationalDomain()));
    }

    private static Severity severity(PolicyView view) {
        return switch (view.result()) {
            case PASS -> Severity.INFO;
            case NONE -> Severity.WARNING;
            case TEMPERROR -> Severity.UNKNOWN;
            case FAIL -> view.inEffect() == Policy.NONE ? Severity.WARNING : Severity.CRITICAL;
        };
    }

    private static String mode(boolean strict) {
        return strict ? "STRICT" : "RELAXED";
    }

    private static String shown(Identifier id) {
        return id.authenticated().method() + " (" + id.authenticated().domain() + ")";
    }

    private static String spf(SpfIdentity identity) {
        return identity.domain() + " " + word(identity.result().result());
    }

    private static String dkim(SignatureFacts signature) {
        return signature.result().domain() + " " + signature.result().result().text();
    }

    private static String word(Enum<?> result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> all(Identifier id) {
        var map = new LinkedHashMap<String, Object>();
        map.put("method", id.authenticated().method());
        map.put("domain", id.authenticated().domain());
        map.put("outcome", id.authenticated().outcome());
        map.put("treeWalk", id.byTreeWalk());
        map.put("list", id.byList());
        return map;
    }

    /// Both were found out, and they are not the same.
    private static Stream<Finding> difference(AuthorDmarc dmarc) {
        var now = dmarc.treeWalk();
        var old = dmarc.list();
        boolean known = now.result() != Result.TEMPERROR && old.result() != Result.TEMPERROR;
        boolean otherResult = known && now.result() != old.result();
        boolean otherPolicy =
                known && now.result() == Result.FAIL && now.inEffect() != old.inEffect();
        if (!otherResult && !otherPolicy) {
            return Stream.empty();
        }
        return Stream.of(
                Finding.of(
                                otherResult ? Severity.WARNING : Severity.NOTICE,
                                "tm.dmarc-views-differ",
                                dmarc.author())
                        .with("newResult", now.result())
                        .with("newPolicy", now.inEffect())
                        .with("newOrganization", now.organizationalDomain())
                        .with("oldResult", old.result())
                        .with("oldPolicy", old.inEffect())
                        .with("oldOrganization", old.organizationalDomain()));
    }
}
