package posthorn.engine.provider;

import java.util.List;
import java.util.Set;

/// A company and how it shows in its customers' zones.
///
/// @param mx names of its MX hosts
/// @param mxSets the sets of MX records it asks for; any one of them will do
/// @param ns names of its name servers
/// @param marks what else shows that somebody is its customer
/// @param traits what else is to be known of it
public record Provider(
        String id,
        String name,
        Kind kind,
        List<NamePattern> mx,
        List<MxSet> mxSets,
        List<SpfTerm> allSpfTerms,
        List<ProviderSelector> selectors,
        List<NamePattern> ns,
        Marks marks,
        Set<Trait> traits) {

    /// What nobody but its customers has.
    ///
    /// @param selectors DKIM selectors
    /// @param keyHosts names that aliases at its customers' selectors lead to
    /// @param autodiscover names that the alias `autodiscover` leads to
    /// @param texts by which customers prove to own a domain
    public record Marks(
            List<NamePattern> selectors,
            List<NamePattern> keyHosts,
            List<NamePattern> autodiscover,
            List<NamePattern> texts) {
        public Marks {
            selectors = List.copyOf(selectors);
            keyHosts = List.copyOf(keyHosts);
            autodiscover = List.copyOf(autodiscover);
            texts = List.copyOf(texts);
        }
    }

    /// What else is to be known of a provider.
    public enum Trait {
        /// It hosts websites, which may send mail too.
        WEBSITES,
        /// Its customers cannot use domains of their own.
        NO_OWN_DOMAINS
    }

    /// What it does with mail.
    public enum Kind {
        /// Keeps mailboxes.
        MAILBOX,
        /// Takes mail in, filters it and hands it on to the mailboxes.
        FILTER,
        /// Takes mail in and forwards it.
        FORWARDING,
        /// Sends only: newsletters, shops, tickets.
        SENDER,
        /// Runs name servers.
        DNS;

        /// Whether mail comes in there.
        public boolean receives() {
            return this == MAILBOX || this == FILTER || this == FORWARDING;
        }
    }

    public Provider {
        mx = List.copyOf(mx);
        mxSets = List.copyOf(mxSets);
        allSpfTerms = List.copyOf(allSpfTerms);
        selectors = List.copyOf(selectors);
        ns = List.copyOf(ns);
        traits = Set.copyOf(traits);
    }

    /// The terms it asks its customers to put into their SPF record.
    public List<SpfTerm> spfTerms() {
        return allSpfTerms.stream().filter(SpfTerm::advised).toList();
    }

    /// The selectors that can be asked for as they stand.
    public List<ProviderSelector> guessable() {
        return selectors.stream().filter(ProviderSelector::isGuessable).toList();
    }
}
