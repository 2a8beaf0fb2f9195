package posthorn.engine.provider;

import java.util.Comparator;
import java.util.List;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;

/// The MX records a provider asks its customers to publish.
///
/// @param sure whether the set is confirmed
public record MxSet(List<Host> hosts, boolean sure) {

    /// One of the records.
    ///
    /// @param required false when mail arrives without it as well
    public record Host(int preference, Template name, boolean required) {

        /// The record for this domain.
        public Rdata.Mx in(DnsName domain) {
            return new Rdata.Mx(preference, DnsName.of(name.in(domain)));
        }
    }

    public MxSet {
        hosts = List.copyOf(hosts);
    }

    /// Whether every record can be written down without asking the provider.
    public boolean isComplete() {
        return hosts.stream().allMatch(host -> host.name().isComplete());
    }

    /// The records for this domain, by preference and name.
    public List<Rdata.Mx> in(DnsName domain) {
        return hosts.stream()
                .map(host -> host.in(domain))
                .sorted(Comparator.comparingInt(Rdata.Mx::preference).thenComparing(Rdata.Mx::host))
                .toList();
    }

    /// How many of the set's hosts are among these.
    public long present(List<DnsName> names, DnsName domain) {
        return hosts.stream().filter(host -> isAmong(host, names, domain)).count();
    }

    /// The required hosts that are not among these.
    public List<Host> missing(List<DnsName> names, DnsName domain) {
        return hosts.stream()
                .filter(Host::required)
                .filter(host -> !isAmong(host, names, domain))
                .toList();
    }

    private static boolean isAmong(Host host, List<DnsName> names, DnsName domain) {
        return names.stream().anyMatch(name -> host.name().matches(name, domain));
    }
}
