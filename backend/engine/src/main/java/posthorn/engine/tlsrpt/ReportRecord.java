package posthorn.engine.tlsrpt;

import static posthorn.engine.check.Finding.unknown;
import static posthorn.engine.check.Finding.warning;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;

/// There is one record, and it follows the grammar (RFC 8460 §3).
final class ReportRecord implements Rule<TlsRptFacts> {

    @Override
    public List<Finding> judge(TlsRptFacts facts) {
        return switch (facts) {
            case TlsRptFacts.Unanswered(var target, var failure) ->
                    List.of(
                            unknown("tlsrpt.unanswered", place(target.domain()))
                                    .with("failure", failure));
            case TlsRptFacts.Absent absent -> absent(absent);
            case TlsRptFacts.Published published -> published(published);
        };
    }

    private static List<Finding> absent(TlsRptFacts.Absent absent) {
        if (!absent.receives() || !absent.target().profile().receives()) {
            return List.of();
        }
        var domain = absent.target().domain();
        var severity = absent.strict().isEmpty() ? NOTICE : WARNING;
        var finding =
                Finding.of(severity, "tlsrpt.absent", domain)
                        .with("strict", absent.strict())
                        .with("address", mailbox(domain));
        return List.of(finding.cure(publish(TlsRptRecord.read(""), domain)));
    }

    private static List<Finding> published(TlsRptFacts.Published published) {
        var records = published.records();
        if (records.size() == 1 && records.getFirst().faults().isEmpty()) {
            return List.of();
        }
        var domain = published.target().domain();
        var finding =
                warning(TlsRptRecord.INVALID, domain)
                        .with("records", records.stream().map(TlsRptRecord::text).toList())
                        .with("recordFault", fault(records))
                        .with("address", mailbox(domain));
        if (published.alias()) {
            return List.of(finding);
        }
        for (var record : records) {
            finding = finding.cure(remove(record, domain));
        }
        return List.of(finding.cure(publish(kept(records), domain)));
    }

    private static String fault(List<TlsRptRecord> records) {
        if (records.size() > 1) {
            return "SEVERAL";
        }
        var only = records.getFirst();
        if (!TlsRptRecord.isRecord(only.text())) {
            return "VERSION";
        }
        return only.rua().isEmpty() ? "RUA" : "FIELD";
    }

    /// One that is understood before others.
    private static TlsRptRecord kept(List<TlsRptRecord> records) {
        return records.stream()
                .filter(record -> record.faults().isEmpty())
                .findFirst()
                .orElse(records.getFirst());
    }

    private static Remedy publish(TlsRptRecord record, DnsName domain) {
        return new Remedy.Publish(
                place(domain), RecordType.TXT, record.cleaned("mailto:" + mailbox(domain)));
    }

    private static Remedy remove(TlsRptRecord record, DnsName domain) {
        return new Remedy.Remove(place(domain), RecordType.TXT, record.text());
    }

    private static DnsName place(DnsName domain) {
        return domain.child("_smtp._tls");
    }

    private static String mailbox(DnsName domain) {
        return "tls-reports@" + domain;
    }
}
