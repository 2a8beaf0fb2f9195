package posthorn.engine.hosting;

import static posthorn.engine.check.Finding.notice;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.dkim.SelectorFacts;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.ProviderSelector;
import posthorn.engine.provider.ProviderSelector.Alias;
import posthorn.engine.provider.Providers;
import posthorn.engine.provider.Recognised;
import posthorn.engine.provider.Sign;

/// The provider of the mailboxes signs with keys that lie with itself, and no alias of the domain
/// leads there: mail written in the mailboxes carries no signature of the domain. Silent where the
/// domain names other hosts that it sends from, where customers choose their selectors, and where
/// somebody else may sign what leaves the mailboxes.
final class KeysMissing implements MailRule {

    @Override
    public Stream<Finding> judge(ProviderFacts.Used facts) {
        return facts.onlyMailbox().stream()
                .filter(_ -> facts.target().profile().sends() && facts.target().hosts().isEmpty())
                .filter(found -> found.isSurelySeenAt(Sign.At.SPF))
                .filter(found -> facts.hasNoKeyOf(found.provider()))
                .filter(found -> !aliases(found).isEmpty())
                .filter(_ -> !mayBeSignedElsewhere(facts))
                .map(found -> finding(found, facts));
    }

    /// Whether a key is there that is not that of a sender with a stream of its own.
    private static boolean mayBeSignedElsewhere(ProviderFacts.Used facts) {
        return facts.probed().stream()
                .flatMap(probed -> probed.keyed().stream())
                .anyMatch(key -> !isOfSender(key, facts));
    }

    private static boolean isOfSender(SelectorFacts.Keyed key, ProviderFacts.Used facts) {
        return Providers.builtIn()
                .ofSelector(key.selector().name(), key.chain(), facts.domain())
                .filter(found -> found.provider().kind() == Provider.Kind.SENDER)
                .isPresent();
    }

    private static List<Alias> aliases(Recognised found) {
        return found.provider().selectors().stream()
                .filter(ProviderSelector::sure)
                .filter(Alias.class::isInstance)
                .map(Alias.class::cast)
                .toList();
    }

    private static Finding finding(Recognised found, ProviderFacts.Used facts) {
        var aliases = aliases(found);
        var below = facts.domain().child("_domainkey");
        var finding =
                notice("provider.dkim-missing", found.provider().name())
                        .with("names", aliases.stream().map(a -> below.child(a.name())).toList());
        if (!aliases.stream().allMatch(alias -> alias.target().isComplete())) {
            return finding;
        }
        for (var alias : aliases) {
            finding = finding.cure(publish(alias, below, facts.domain()));
        }
        return finding;
    }

    private static Remedy publish(Alias alias, DnsName below, DnsName domain) {
        return new Remedy.Publish(
                below.child(alias.name()), RecordType.CNAME, alias.target().in(domain) + ".");
    }
}
