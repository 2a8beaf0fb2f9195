package posthorn.engine.provider;

import java.util.List;

/// A company and how it shows in its customers' zones.
///
/// @param mx names of its MX hosts
/// @param mxSets the sets of MX records it asks for; any one of them will do
/// @param ns names of its name servers
public record Provider(
        String id,
        String name,
        Kind kind,
        List<NamePattern> mx,
        List<MxSet> mxSets,
        List<SpfTerm> allSpfTerms,
        List<ProviderSelector> selectors,
        List<NamePattern> ns) {

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
    }

    /// The terms it asks its customers to put into their SPF record.
    public List<SpfTerm> spfTerms() {
        return allSpfTerms.stream().filter(SpfTerm::advised).toList();
    }
}
