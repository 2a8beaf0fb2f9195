package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.dkim.TagList;

/// Whether each tag of the record is one that receivers know and understand (RFC 9989 §4.7, §4.8).
final class RecordSyntax implements OwnRule {

    private static final Set<String> KNOWN =
            Set.of("v", "p", "sp", "np", "adkim", "aspf", "fo", "psd", "rua", "ruf", "t", "pct");

    /// Tags of RFC 7489 that are gone.
    private static final Set<String> GONE = Set.of("rf", "ri");

    private static final String ALL = "100";

    @Override
    public List<Finding> judge(DmarcRecord record, DmarcFacts facts) {
        var findings = new ArrayList<Finding>();
        record.faults().stream()
                .filter(fault -> fault.code().equals(DmarcRecord.BAD_SYNTAX))
                .limit(1)
                .map(fault ->
                        warning(DmarcRecord.BAD_SYNTAX, facts.domain())
                                .with("at", fault.at())
                                .with("text", fault.in(record.text())))
                .map(finding -> OwnRule.replace(finding, RecordEdit.of(record), facts))
                .forEach(findings::add);
        findings.addAll(policyOrder(record, facts));
        findings.addAll(percentage(record, facts));
        findings.addAll(tags("dmarc.rf-ri", names(record).filter(GONE::contains), record, facts));
        findings.addAll(
                tags(
                        "dmarc.unknown-tag",
                        names(record).filter(n -> !KNOWN.contains(n) && !GONE.contains(n)),
                        record,
                        facts));
        return findings;
    }

    private static Stream<String> names(DmarcRecord record) {
        return record.tags().tags().stream()
                .map(tag -> tag.name().toLowerCase(Locale.ROOT))
                .distinct();
    }

    private static List<Finding> tags(
            String code, Stream<String> names, DmarcRecord record, DmarcFacts facts) {
        var found = names.toList();
        if (found.isEmpty()) {
            return List.of();
        }
        var edit = RecordEdit.of(record).drop(found.toArray(String[]::new));
        return List.of(
                OwnRule.replace(notice(code, facts.domain()).with("tags", found), edit, facts));
    }

    /// Checkers of RFC 7489 §6.3 want `p` right behind `v`.
    private static List<Finding> policyOrder(DmarcRecord record, DmarcFacts facts) {
        int at =
                record.tags().tags().stream()
                        .map(TagList.Tag::name)
                        .map(n -> n.toLowerCase(Locale.ROOT))
                        .toList()
                        .indexOf("p");
        return at > 1
                ? List.of(
                        OwnRule.replace(
                                notice("dmarc.p-order", facts.domain()),
                                RecordEdit.of(record),
                                facts))
                : List.of();
    }

    private static List<Finding> percentage(DmarcRecord record, DmarcFacts facts) {
        if (!record.has("pct")) {
            return List.of();
        }
        var severity = record.value("pct").equals(ALL) ? Severity.NOTICE : Severity.WARNING;
        var finding =
                Finding.of(severity, "dmarc.pct", facts.domain()).with("pct", record.value("pct"));
        return List.of(OwnRule.replace(finding, RecordEdit.of(record).drop("pct"), facts));
    }
}
