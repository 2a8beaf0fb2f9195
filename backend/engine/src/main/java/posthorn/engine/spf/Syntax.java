package posthorn.engine.spf;

import static posthorn.engine.check.Finding.critical;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Parsed.Fault;
import posthorn.engine.spf.SpfFacts.Published;

/// Any mistake anywhere in a record makes receivers answer permerror for all mail (RFC 7208 §4.6).
final class Syntax implements RecordRule {

    private static final List<String> CODES =
            List.of(
                    SpfParser.NON_ASCII,
                    SpfParser.UNKNOWN_MECHANISM,
                    SpfParser.BAD_IP,
                    SpfParser.BAD_DOMAIN_SPEC,
                    SpfParser.BAD_TERM,
                    SpfParser.DUP_MODIFIER);

    @Override
    public List<Finding> judge(Published facts) {
        return CODES.stream()
                .map(code -> faults(facts.record(), code))
                .filter(faults -> !faults.isEmpty())
                .map(faults -> finding(facts, faults))
                .toList();
    }

    private static List<Fault> faults(SpfRecord record, String code) {
        return record.faults().stream().filter(fault -> fault.code().equals(code)).toList();
    }

    private static Finding finding(Published facts, List<Fault> faults) {
        var record = facts.record();
        var code = faults.getFirst().code();
        var finding =
                critical(code, facts.domain())
                        .with("record", record.text())
                        .with(
                                "terms",
                                faults.stream()
                                        .map(f -> PlainText.seen(f.in(record.text())))
                                        .toList())
                        .with("at", faults.stream().map(Fault::at).toList());
        var cured = code.equals(SpfParser.DUP_MODIFIER) ? once(record) : Slips.corrected(record);
        return faults(SpfParser.read(cured), code).isEmpty()
                ? facts.replacing(finding, cured)
                : finding;
    }

    /// The record with repeated terms left out; if they differ only a person can choose.
    private static String once(SpfRecord record) {
        var seen = new HashSet<String>();
        var kept = new ArrayList<String>();
        kept.add(SpfRecord.VERSION);
        for (var term : record.terms()) {
            boolean modifier = term instanceof Term.Redirect || term instanceof Term.Explanation;
            if (!modifier || seen.add(term.text())) {
                kept.add(term.text());
            }
        }
        return String.join(" ", kept);
    }
}
