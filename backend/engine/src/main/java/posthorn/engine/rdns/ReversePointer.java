package posthorn.engine.rdns;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// Changes of the PTR records of an address. They stand in the zone of whoever gave the address
/// away; he publishes what its holder asks for.
final class ReversePointer {

    private ReversePointer() {}

    /// The finding, to be cured by giving the address the name of the MX host that leads to it.
    static Finding given(Finding finding, RdnsFacts.Host host, DnsName domain) {
        return own(host, domain).map(name -> finding.cure(publish(host, name))).orElse(finding);
    }

    /// The finding, to be cured by the name of that MX host in place of the names there are.
    static Finding instead(Finding finding, RdnsFacts.Host host, DnsName domain) {
        return own(host, domain)
                .filter(name -> !host.ptr().records().contains(name))
                .map(name -> without(finding, host, host.ptr().records()).cure(publish(host, name)))
                .orElse(finding);
    }

    /// The finding, to be cured by deleting all names but one; where no choice is plain, by
    /// nothing.
    static Finding only(Finding finding, RdnsFacts.Host host, DnsName domain) {
        var candidates =
                host.confirmed().size() == 1
                        ? host.confirmed()
                        : host.confirmed().stream().filter(n -> n.isWithin(domain)).toList();
        if (candidates.size() != 1 || host.isOpen()) {
            return finding;
        }
        var others =
                host.ptr().records().stream()
                        .filter(n -> !candidates.contains(n))
                        .sorted()
                        .toList();
        return without(finding, host, others);
    }

    private static Optional<DnsName> own(RdnsFacts.Host host, DnsName domain) {
        return host.mx().stream().filter(name -> name.isWithin(domain)).sorted().findFirst();
    }

    private static Finding without(Finding finding, RdnsFacts.Host host, List<DnsName> names) {
        var cured = finding;
        for (var name : names) {
            cured =
                    cured.cure(
                            new Remedy.Remove(
                                    IpText.reverse(host.address()),
                                    RecordType.PTR,
                                    new Rdata.Target(name).toString()));
        }
        return cured;
    }

    private static Remedy publish(RdnsFacts.Host host, DnsName name) {
        return new Remedy.Publish(
                IpText.reverse(host.address()), RecordType.PTR, new Rdata.Target(name).toString());
    }
}
