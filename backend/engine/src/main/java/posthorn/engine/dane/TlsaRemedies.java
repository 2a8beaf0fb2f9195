package posthorn.engine.dane;

import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;

/// Records that cure; only where the host stands in the zone of the domain.
final class TlsaRemedies {

    private TlsaRemedies() {}

    /// The advised record of each certificate the host shows, beside what is there: whoever has the
    /// old record in a cache still finds it later.
    static Finding beside(Finding finding, HostDane host, DnsName domain) {
        var cured = finding;
        if (!host.place().isWithin(domain) || !host.answer().aliases().isEmpty()) {
            return cured;
        }
        for (var visit : host.strange()) {
            var record = TlsaRecord.advised(visit.chain().getFirst()).toString();
            cured = publish(cured, host, record);
        }
        return cured;
    }

    /// The advised record in place of what is there.
    static Finding instead(Finding finding, HostDane host, DnsName domain) {
        var certificate = host.host().certificate();
        if (!host.place().isWithin(domain)
                || !host.answer().aliases().isEmpty()
                || certificate.isEmpty()) {
            return finding;
        }
        var cured = finding;
        for (var record : host.records()) {
            cured = cured.cure(new Remedy.Remove(host.place(), RecordType.TLSA, record.toString()));
        }
        return publish(cured, host, TlsaRecord.advised(certificate.get()).toString());
    }

    private static Finding publish(Finding finding, HostDane host, String record) {
        var remedy = new Remedy.Publish(host.place(), RecordType.TLSA, record);
        return finding.remedies().contains(remedy) ? finding : finding.cure(remedy);
    }
}
