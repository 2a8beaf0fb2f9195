package posthorn.engine.hosting;

import static posthorn.engine.check.Finding.notice;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.dkim.SelectorFacts.Dangling;
import posthorn.engine.outside.RecordType;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.Providers;
import posthorn.engine.provider.Recognised;
import posthorn.engine.provider.Sign;
import posthorn.engine.spf.Mechanism;
import posthorn.engine.spf.Node;
import posthorn.engine.spf.SpfFacts;
import posthorn.engine.spf.Term;

/// Records of a provider of which nothing else shows any more. A permission alone proves nothing:
/// whoever sends for a domain may show nowhere else. So it counts only where it is that of another
/// provider of mailboxes than the one in use, and such a provider's keys are gone.
final class Leftover implements MailRule {

    /// Why a provider is taken for a former one.
    enum Proof {
        /// The aliases to its keys lead nowhere.
        KEYS_GONE,
        /// The mailboxes are elsewhere, and it has no key.
        ONLY_PERMITTED
    }

    @Override
    public Stream<Finding> judge(ProviderFacts.Used facts) {
        return Stream.concat(
                facts.shown().stream()
                        .filter(found -> isLeftByItsTerm(found, facts))
                        .map(found -> permitted(found, facts)),
                Providers.builtIn().all().stream().flatMap(provider -> keys(provider, facts)));
    }

    /// Whether nothing but a permission is left of a provider of mailboxes, while another one keeps
    /// them and is permitted as well.
    static boolean isLeftByItsTerm(Recognised found, ProviderFacts.Used facts) {
        var provider = found.provider();
        return provider.kind() == Provider.Kind.MAILBOX
                && !provider.traits().contains(Provider.Trait.WEBSITES)
                && found.isSurelySeenAt(Sign.At.SPF)
                && found.signs().stream().allMatch(Leftover::provesNothing)
                && facts.onlyMailbox().filter(Leftover::isPermitted).isPresent()
                && facts.hasNoKeyOf(provider)
                && !includes(provider, facts).isEmpty();
    }

    private static boolean provesNothing(Sign sign) {
        return sign.at() == Sign.At.SPF || sign.at() == Sign.At.TXT;
    }

    private static boolean isPermitted(Recognised mailbox) {
        return mailbox.isSurelySeenAt(Sign.At.SPF);
    }

    /// The terms of the domain's own record that take in the provider's.
    private static List<Term> includes(Provider provider, ProviderFacts.Used facts) {
        return facts.published().stream()
                .filter(published -> published.expansion().record().isValid())
                .flatMap(published -> published.expansion().nodes().stream())
                .filter(node -> node.outcome() instanceof Node.Outcome.Found)
                .filter(node -> isTermOf(provider, node))
                .map(Node::term)
                .toList();
    }

    private static boolean isTermOf(Provider provider, Node node) {
        return node.term() instanceof Term.Directive(_, _, _, Mechanism.Include _)
                && provider.allSpfTerms().stream()
                        .anyMatch(term -> term.domain().text().equals(node.target()));
    }

    private static Finding permitted(Recognised found, ProviderFacts.Used facts) {
        var terms = includes(found.provider(), facts);
        var finding =
                notice("provider.leftover", found.provider().name())
                        .with("proof", Proof.ONLY_PERMITTED)
                        .with("traces", terms.stream().map(Term::text).toList());
        return facts.published()
                .map(published -> published.dropping(finding, terms))
                .orElse(finding);
    }

    private static Stream<Finding> keys(Provider provider, ProviderFacts.Used facts) {
        var dead =
                facts.probed().stream()
                        .flatMap(probed -> probed.selectors().stream())
                        .filter(Dangling.class::isInstance)
                        .map(Dangling.class::cast)
                        .filter(alias -> isOf(provider, alias, facts))
                        .toList();
        boolean elsewhere =
                facts.shown().stream()
                        .filter(found -> found.provider().equals(provider))
                        .flatMap(found -> found.signs().stream())
                        .anyMatch(sign -> sign.at() != Sign.At.TXT);
        return dead.isEmpty() || elsewhere || !isGone(provider, facts)
                ? Stream.empty()
                : Stream.of(gone(provider, dead));
    }

    /// Whether all answers are there that could show a provider at work. One of mailboxes may hide
    /// behind a filter or a host of the domain's own.
    private static boolean isGone(Provider provider, ProviderFacts.Used facts) {
        return !facts.mx().isFailed()
                && !(facts.spf() instanceof SpfFacts.Unreachable)
                && facts.probed().filter(probed -> !probed.isSilentSomewhere()).isPresent()
                && (provider.kind() == Provider.Kind.SENDER || facts.onlyMailbox().isPresent());
    }

    private static boolean isOf(Provider provider, Dangling alias, ProviderFacts.Used facts) {
        return Providers.builtIn()
                .ofSelector(alias.selector().name(), alias.chain(), facts.domain())
                .filter(found -> found.provider().equals(provider) && found.sure())
                .isPresent();
    }

    private static Finding gone(Provider provider, List<Dangling> dead) {
        var finding =
                notice("provider.leftover", provider.name())
                        .with("proof", Proof.KEYS_GONE)
                        .with("traces", dead.stream().map(Dangling::name).toList());
        for (var alias : dead) {
            finding =
                    finding.cure(
                            new Remedy.Remove(
                                    alias.name(),
                                    RecordType.CNAME,
                                    alias.chain().getFirst() + "."));
        }
        return finding;
    }
}
