package posthorn.engine.spf;

import static posthorn.engine.check.Finding.warning;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.provider.SpfTerm;
import posthorn.engine.spf.SpfFacts.Published;

/// The provider of the mailboxes is not permitted to send: neither is it named in the record, nor
/// is any of its addresses let pass. Silent where not all of either record could be seen.
final class ProviderMissing implements RecordRule {

    @Override
    public List<Finding> judge(Published facts) {
        return facts.mailboxes()
                .filter(_ -> facts.record().isValid())
                .filter(provider -> isMissing(provider, facts.expansion()))
                .map(provider -> List.of(finding(facts, provider)))
                .orElse(List.of());
    }

    private static boolean isMissing(MailboxProvider provider, Expansion own) {
        var coverage = Coverage.of(own);
        var theirs = Coverage.of(provider.theirs());
        return coverage.isComplete()
                && theirs.isComplete()
                && !theirs.passes().isEmpty()
                && !provider.isNamedIn(own)
                && !coverage.passes().meets(theirs.passes());
    }

    private static Finding finding(Published facts, MailboxProvider provider) {
        var terms = provider.terms().stream().map(SpfTerm::text).toList();
        var finding =
                warning("spf.provider-missing", facts.domain())
                        .with("provider", provider.name())
                        .with("terms", terms)
                        .with("mx", facts.around().mxHosts());
        int lookups = facts.expansion().lookups() + 1 + provider.theirs().lookups();
        return lookups <= LookupLimit.LIMIT
                ? facts.replacing(
                        finding.with("lookupsAfter", lookups), facts.record().withBeforeAll(terms))
                : finding;
    }
}
