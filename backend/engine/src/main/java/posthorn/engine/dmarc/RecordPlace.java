package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.NOTICE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;

/// Whether a record stands where nobody reads it, or is written so that nobody takes it for one
/// (RFC 9989 §4.7, §4.10).
final class RecordPlace implements Rule<DmarcFacts> {

    @Override
    public List<Finding> judge(DmarcFacts facts) {
        var findings = new ArrayList<Finding>();
        var seen = new HashSet<DnsName>();
        facts.misplaced().stream()
                .filter(misplaced -> seen.add(misplaced.name()))
                .forEach(misplaced -> findings.add(misplaced(misplaced, facts)));
        if (facts.walk().own().records().isEmpty()) {
            facts.nearMisses().stream()
                    .limit(1)
                    .forEach(text -> findings.add(nearMiss(text, facts)));
        }
        return findings;
    }

    private static Finding misplaced(DmarcFacts.Misplaced misplaced, DmarcFacts facts) {
        boolean spare = !facts.walk().own().records().isEmpty();
        var place = OwnRule.place(facts);
        var finding =
                Finding.of(spare ? NOTICE : CRITICAL, "dmarc.wrong-place", misplaced.name())
                        .with("place", place)
                        .with("record", misplaced.text())
                        .cure(OwnRule.remove(misplaced.name(), misplaced.text()));
        boolean free =
                !facts.walk().own().answer().isFailed()
                        && facts.walk().own().answer().aliases().isEmpty()
                        && facts.nearMisses().isEmpty();
        return !spare && free
                ? finding.cure(
                        OwnRule.publish(
                                place, RecordEdit.of(DmarcRecord.read(misplaced.text())).text()))
                : finding;
    }

    private static Finding nearMiss(String text, DmarcFacts facts) {
        var place = OwnRule.place(facts);
        var finding = critical("dmarc.bad-version", facts.domain()).with("record", text);
        return facts.walk().own().answer().aliases().isEmpty()
                ? finding.cure(OwnRule.remove(place, text))
                        .cure(OwnRule.publish(place, RecordEdit.ofNearMiss(text).text()))
                : finding;
    }
}
