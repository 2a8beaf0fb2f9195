package posthorn.engine.bimi;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.warning;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;

/// There is one record, and it follows the grammar (BIMI draft §4.3).
final class LogoRecord implements Rule<BimiFacts> {

    @Override
    public List<Finding> judge(BimiFacts facts) {
        return switch (facts.lookup()) {
            case BimiLookup.Unanswered _ -> List.of();
            case BimiLookup.Absent _ ->
                    List.of(
                            info("bimi.absent", facts.domain())
                                    .with("name", BimiLookup.place(facts.domain())));
            case BimiLookup.Several several -> List.of(several(several));
            case BimiLookup.Published(var name, var record, _) when record.isDeclined() ->
                    record.kinds().isEmpty()
                            ? List.of(declined(name, record))
                            : List.of(declined(name, record), written(name, record, false));
            case BimiLookup.Published(var name, var record, var alias) ->
                    record.kinds().isEmpty() ? List.of() : List.of(written(name, record, !alias));
        };
    }

    private static Finding declined(DnsName name, BimiRecord record) {
        return info("bimi.declined", name).with("record", record.text());
    }

    private static Finding several(BimiLookup.Several several) {
        var texts = several.records().stream().map(BimiRecord::text).toList();
        var finding =
                warning(BimiRecord.SYNTAX, several.name())
                        .with("records", texts)
                        .with("recordFault", List.of("SEVERAL"));
        return several.alias()
                ? finding
                : replaced(finding, several.name(), texts, kept(several.records()));
    }

    /// The one with the least wrong, mended.
    private static Optional<String> kept(List<BimiRecord> records) {
        return records.stream()
                .sorted(Comparator.comparingInt(record -> record.kinds().size()))
                .flatMap(record -> record.cleaned().stream())
                .findFirst();
    }

    private static Finding written(DnsName name, BimiRecord record, boolean curable) {
        var severity = record.isUsable() ? NOTICE : WARNING;
        var finding =
                Finding.of(severity, BimiRecord.SYNTAX, name)
                        .with("records", List.of(record.text()))
                        .with("recordFault", record.kinds());
        return curable
                ? replaced(finding, name, List.of(record.text()), record.cleaned())
                : finding;
    }

    private static Finding replaced(
            Finding finding, DnsName name, List<String> old, Optional<String> text) {
        if (text.isEmpty()) {
            return finding;
        }
        var cured = finding;
        for (var each : old) {
            cured = cured.cure(new Remedy.Remove(name, RecordType.TXT, each));
        }
        return cured.cure(new Remedy.Publish(name, RecordType.TXT, text.get()));
    }
}
