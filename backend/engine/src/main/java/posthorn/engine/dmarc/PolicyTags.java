package posthorn.engine.dmarc;

import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;

/// Whether the policies of the record are such. Where one is not, the record counts as `p=none` if
/// it asks for reports, else as no record (RFC 9989 §4.10.1).
final class PolicyTags implements OwnRule {

    @Override
    public List<Finding> judge(DmarcRecord record, DmarcFacts facts) {
        var severity = record.reports() ? WARNING : CRITICAL;
        if (!record.has("p")) {
            var finding =
                    Finding.of(severity, "dmarc.p-missing", facts.domain())
                            .with("record", record.text());
            return List.of(OwnRule.replace(finding, RecordEdit.of(record), facts));
        }
        var wrong =
                Stream.of("p", "sp", "np")
                        .filter(name -> record.has(name) && record.policy(name).isEmpty())
                        .map(name -> name + "=" + record.value(name))
                        .toList();
        if (wrong.isEmpty()) {
            return List.of();
        }
        var finding =
                Finding.of(severity, DmarcRecord.P_INVALID, facts.domain()).with("tags", wrong);
        return List.of(OwnRule.replace(finding, RecordEdit.of(record), facts));
    }
}
