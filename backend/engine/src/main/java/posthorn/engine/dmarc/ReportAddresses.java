package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;

/// Whether the addresses for reports are written so that reporters understand them (RFC 9989 §4.8).
final class ReportAddresses implements OwnRule {

    /// Reporters of RFC 7489 §6.2 need not serve more.
    private static final int SERVED = 2;

    @Override
    public List<Finding> judge(DmarcRecord record, DmarcFacts facts) {
        var findings = new ArrayList<Finding>();
        var broken =
                record.faults().stream()
                        .filter(fault -> fault.code().equals(DmarcRecord.RUA_SYNTAX))
                        .map(fault -> fault.in(record.text()))
                        .toList();
        if (!broken.isEmpty()) {
            var finding = warning(DmarcRecord.RUA_SYNTAX, facts.domain()).with("addresses", broken);
            findings.add(OwnRule.replace(finding, RecordEdit.of(record), facts));
        }
        var sized =
                Stream.concat(record.rua().stream(), record.ruf().stream())
                        .filter(uri ->
                                uri instanceof ReportUri.Mailto mailto && !mailto.size().isEmpty())
                        .map(ReportUri::text)
                        .toList();
        if (!sized.isEmpty()) {
            var finding = notice("dmarc.rua-size-suffix", facts.domain()).with("addresses", sized);
            findings.add(OwnRule.replace(finding, RecordEdit.of(record).withoutSizes(), facts));
        }
        if (record.rua().size() > SERVED) {
            findings.add(
                    notice("dmarc.rua-many", facts.domain()).with("count", record.rua().size()));
        }
        findings.addAll(failureReports(record, facts));
        return findings;
    }

    private static List<Finding> failureReports(DmarcRecord record, DmarcFacts facts) {
        var findings = new ArrayList<Finding>();
        if (record.has("ruf")) {
            var finding =
                    notice("dmarc.ruf-privacy", facts.domain())
                            .with("addresses", record.ruf().stream().map(ReportUri::text).toList());
            findings.add(OwnRule.replace(finding, RecordEdit.of(record).drop("ruf", "fo"), facts));
        }
        var options = record.value("fo").replaceAll("[ \\t]", "");
        boolean both = options.contains("0") && options.contains("1");
        if (record.has("fo") && (!record.has("ruf") || both)) {
            var edit = RecordEdit.of(record);
            findings.add(
                    OwnRule.replace(
                            notice("dmarc.fo-useless", facts.domain()).with("fo", options),
                            record.has("ruf") ? edit.set("fo", "1") : edit.drop("fo"),
                            facts));
        }
        return findings;
    }
}
