package posthorn.engine.spf;

import static posthorn.engine.check.Finding.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.spf.SpfFacts.Surroundings;

/// Records of DNS type 99 (RFC 7208 §3.1) and of Sender ID (RFC 4406), which nobody asks for.
final class AbandonedForms implements SurroundingsRule {

    @Override
    public List<Finding> judge(Surroundings around, boolean published) {
        var findings = new ArrayList<Finding>();
        add(findings, "spf.type99", around, RecordType.SPF, around.type99());
        var senderId =
                around.texts().stream()
                        .map(Rdata.Text::joined)
                        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("spf2.0/"))
                        .toList();
        add(findings, "spf.senderid", around, RecordType.TXT, senderId);
        return findings;
    }

    private static void add(
            List<Finding> findings,
            String code,
            Surroundings around,
            RecordType type,
            List<String> records) {
        if (records.isEmpty()) {
            return;
        }
        var finding = notice(code, around.domain()).with("records", records);
        for (var record : records.stream().distinct().toList()) {
            finding = finding.cure(new Remedy.Remove(around.domain(), type, record));
        }
        findings.add(finding);
    }
}
