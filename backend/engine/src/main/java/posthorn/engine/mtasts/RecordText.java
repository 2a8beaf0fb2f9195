package posthorn.engine.mtasts;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.RecordType;

/// There is one record, and it follows the grammar (RFC 8461 §3.1).
final class RecordText implements Rule<MtaStsFacts> {

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public List<Finding> judge(MtaStsFacts facts) {
        return switch (facts.lookup()) {
            case StsLookup.Unanswered _ -> List.of();
            case StsLookup.Absent _ -> absent(facts);
            case StsLookup.Several(var texts) -> List.of(several(texts, facts));
            case StsLookup.Published(var record, _, _) when record.faults().isEmpty() -> List.of();
            case StsLookup.Published published -> List.of(broken(published, facts));
        };
    }

    /// Only where mail comes in there is something to protect.
    private static List<Finding> absent(MtaStsFacts facts) {
        return facts.names().isEmpty() || !facts.target().profile().receives()
                ? List.of()
                : List.of(
                        notice("mtasts.absent", facts.domain())
                                .with("hosts", facts.names())
                                .with("policy", Example.lines(facts)));
    }

    private static Finding several(List<String> texts, MtaStsFacts facts) {
        var finding =
                warning(StsRecord.INVALID, facts.domain())
                        .with("records", texts)
                        .with("recordFault", "SEVERAL");
        for (var text : texts) {
            finding = finding.cure(remove(text, facts));
        }
        var kept = texts.stream().filter(text -> StsRecord.read(text).faults().isEmpty());
        return finding.cure(publish(StsRecord.read(kept.findFirst().orElse("")), facts));
    }

    private static Finding broken(StsLookup.Published published, MtaStsFacts facts) {
        var record = published.record();
        var finding =
                warning(StsRecord.INVALID, facts.domain())
                        .with("records", List.of(record.text()))
                        .with("recordFault", record.counts() ? "FIELD" : word(record));
        return published.alias()
                ? finding
                : finding.cure(remove(record.text(), facts)).cure(publish(record, facts));
    }

    private static String word(StsRecord record) {
        return StsRecord.isRecord(record.text()) ? "ID" : "VERSION";
    }

    private static Remedy remove(String text, MtaStsFacts facts) {
        return new Remedy.Remove(facts.domain().child("_mta-sts"), RecordType.TXT, text);
    }

    private static Remedy publish(StsRecord record, MtaStsFacts facts) {
        return new Remedy.Publish(
                facts.domain().child("_mta-sts"),
                RecordType.TXT,
                record.cleaned(ID.format(facts.at())));
    }
}
