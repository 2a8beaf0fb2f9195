package posthorn.engine.mx;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.provider.MxSet;
import posthorn.engine.provider.Provider;

/// Changes to a domain's MX records.
final class MxRemedies {

    private static final Rdata.Mx NULL = new Rdata.Mx(0, DnsName.ROOT);

    private MxRemedies() {}

    static Remedy publish(DnsName domain, Rdata.Mx record) {
        return new Remedy.Publish(domain, RecordType.MX, record.toString());
    }

    static Remedy remove(DnsName domain, Rdata.Mx record) {
        return new Remedy.Remove(domain, RecordType.MX, record.toString());
    }

    static Remedy publishNull(DnsName domain) {
        return publish(domain, NULL);
    }

    /// The finding, to be cured by giving these records another host.
    static Finding rename(Finding finding, DnsName domain, List<Rdata.Mx> records, DnsName host) {
        var cured = finding;
        for (var record : records) {
            cured = cured.cure(remove(domain, record));
        }
        return cured.cure(publish(domain, new Rdata.Mx(records.getFirst().preference(), host)));
    }

    /// The finding, to be cured by deleting these records.
    static Finding removeAll(Finding finding, DnsName domain, List<Rdata.Mx> records) {
        var cured = finding;
        for (var record : records) {
            cured = cured.cure(remove(domain, record));
        }
        return cured;
    }

    /// The finding, to be cured by publishing what the provider wants, where that is certain.
    static Finding publishSetOf(Provider provider, Finding finding, DnsName domain) {
        var set =
                provider.mxSets().stream()
                        .filter(candidate -> candidate.sure() && candidate.isComplete())
                        .findFirst();
        var cured = finding;
        for (var record : set.map(found -> found.in(domain)).orElse(List.of())) {
            cured = cured.cure(publish(domain, record));
        }
        return cured;
    }

    /// The finding, to be cured by publishing these hosts of a provider.
    static Finding publishHosts(List<MxSet.Host> hosts, Finding finding, DnsName domain) {
        var cured = finding;
        for (var host : hosts) {
            cured = cured.cure(publish(domain, host.in(domain)));
        }
        return cured;
    }
}
