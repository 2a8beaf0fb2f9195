package posthorn.engine.spf;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.Providers;
import posthorn.engine.provider.Recognised;
import posthorn.engine.provider.Sign;
import posthorn.engine.provider.SpfTerm;
import posthorn.engine.psl.PublicSuffixes;

/// The provider that keeps a domain's mailboxes, and so sends what people write in them.
///
/// @param terms what it asks its customers to put into their records
/// @param theirs the record behind these terms
record MailboxProvider(String name, List<SpfTerm> terms, Expansion theirs) {

    MailboxProvider {
        terms = List.copyOf(terms);
    }

    /// The provider of all these MX hosts, where that is certain and its own record can be had.
    static Optional<MailboxProvider> of(List<DnsName> mxHosts, Dns dns, Clock clock) {
        var providers =
                mxHosts.stream()
                        .map(MailboxProvider::sure)
                        .distinct()
                        .flatMap(Optional::stream)
                        .toList();
        boolean all = mxHosts.stream().map(MailboxProvider::sure).allMatch(Optional::isPresent);
        return all && providers.size() == 1
                ? of(providers.getFirst(), dns, clock)
                : Optional.empty();
    }

    private static Optional<Provider> sure(DnsName mxHost) {
        return Providers.builtIn()
                .ofMx(mxHost)
                .filter(found -> found.isSurelySeenAt(Sign.At.MX))
                .map(Recognised::provider)
                .filter(provider -> provider.kind() == Provider.Kind.MAILBOX);
    }

    private static Optional<MailboxProvider> of(Provider provider, Dns dns, Clock clock) {
        var terms = provider.spfTerms();
        if (terms.size() != 1 || !terms.getFirst().sure() || terms.getFirst().domain().isRoot()) {
            return Optional.empty();
        }
        var name = terms.getFirst().domain();
        var records = SpfProbe.records(dns.txt(name).records());
        return records.size() == 1
                ? Optional.of(
                        new MailboxProvider(
                                provider.name(), terms, expansion(name, records, dns, clock)))
                : Optional.empty();
    }

    private static Expansion expansion(
            DnsName name, List<Rdata.Text> records, Dns dns, Clock clock) {
        return new Expander(dns, clock, name).expand(SpfParser.read(records.getFirst().joined()));
    }

    /// Whether a record names this provider anywhere, by this name or another of its own.
    boolean isNamedIn(Expansion record) {
        var org = organization(theirs.domain());
        return record.all()
                .map(Node::target)
                .filter(target -> !target.isEmpty())
                .map(target -> organization(DnsName.of(target)))
                .anyMatch(org::equals);
    }

    private static DnsName organization(DnsName name) {
        return PublicSuffixes.builtIn().organizationalDomain(name);
    }
}
