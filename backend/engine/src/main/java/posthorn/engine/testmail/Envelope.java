package posthorn.engine.testmail;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.dmarc.DmarcResult;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;
import posthorn.engine.spf.Result;
import posthorn.engine.spf.SpfParser;
import posthorn.engine.spf.SpfResult;

/// What SPF says about the client (RFC 7208 §2.6): for the reverse-path and for the HELO name. Of a
/// bounce, only the latter counts (RFC 7208 §2.4).
final class Envelope implements Rule<AuthenticationFacts> {

    @Override
    public List<Finding> judge(AuthenticationFacts facts) {
        var helo = finding(facts, facts.helo(), heloSeverity(facts), "tm.spf-helo-");
        return facts.message().isBounce()
                ? List.of(helo)
                : List.of(finding(facts, facts.mailFrom(), severity(facts), "tm.spf-"), helo);
    }

    private static Severity severity(AuthenticationFacts facts) {
        return switch (facts.mailFrom().result().result()) {
            case PASS -> Severity.INFO;
            case NONE, NEUTRAL, SOFTFAIL -> Severity.WARNING;
            case TEMPERROR -> Severity.UNKNOWN;
            case FAIL -> isExcused(facts) ? Severity.WARNING : Severity.CRITICAL;
            case PERMERROR -> Severity.CRITICAL;
        };
    }

    /// A forwarder cannot be in the sender's record; DKIM is there for that (RFC 7960 §2.1).
    private static boolean isExcused(AuthenticationFacts facts) {
        return facts.isForwarded()
                && facts.onlyDmarc()
                        .filter(d -> d.treeWalk().result() == DmarcResult.Result.PASS)
                        .isPresent();
    }

    private static Severity heloSeverity(AuthenticationFacts facts) {
        return switch (facts.helo().result().result()) {
            case PASS -> Severity.INFO;
            case NONE, NEUTRAL -> Severity.NOTICE;
            case TEMPERROR -> Severity.UNKNOWN;
            case FAIL, SOFTFAIL, PERMERROR -> Severity.WARNING;
        };
    }

    private static Finding finding(
            AuthenticationFacts facts, SpfIdentity identity, Severity severity, String prefix) {
        var result = identity.result();
        var word = result.result().name().toLowerCase(java.util.Locale.ROOT);
        var subject = identity.domain().isEmpty() ? "<>" : identity.domain();
        var finding =
                Finding.of(severity, prefix + word, subject)
                        .with("ip", facts.message().clientIp())
                        .with("spfReason", result.reason())
                        .with("path", path(result))
                        .with("term", result.matched().map(SpfResult.Step::term).orElse(""))
                        .with("lookups", result.lookups())
                        .with("voids", result.voids())
                        .with("records", identity.records())
                        .with("dmarc", dmarc(facts));
        return cured(
                result.explanation().isEmpty()
                        ? finding
                        : finding.with("explanation", result.explanation()),
                facts,
                identity);
    }

    /// From the domain's own record inwards.
    private static List<String> path(SpfResult result) {
        return result.path().stream().map(step -> step.domain() + ": " + step.term()).toList();
    }

    private static String dmarc(AuthenticationFacts facts) {
        return facts.onlyDmarc()
                .map(dmarc -> dmarc.treeWalk().result().name())
                .orElse("NOT_APPLICABLE");
    }

    /// The record that lets the client pass, as was tried out. Not for a forwarder: it must not be
    /// let in.
    private static Finding cured(Finding finding, AuthenticationFacts facts, SpfIdentity identity) {
        var name = DnsName.fromPerson(identity.domain());
        boolean curable = identity.result().result() != Result.PASS && !facts.isForwarded();
        if (!curable || identity.missingTerms().isEmpty() || name.isEmpty()) {
            return finding;
        }
        var old = identity.records().getFirst();
        var better = SpfParser.read(old).withBeforeAll(identity.missingTerms());
        return finding.with("missing", identity.missingTerms())
                .cure(new Remedy.Remove(name.get(), RecordType.TXT, old))
                .cure(new Remedy.Publish(name.get(), RecordType.TXT, better));
    }
}
