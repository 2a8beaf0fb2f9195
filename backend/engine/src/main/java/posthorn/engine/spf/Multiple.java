package posthorn.engine.spf;

import static posthorn.engine.check.Finding.critical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.RecordType;

/// More than one record is none: receivers answer permerror (RFC 7208 §3.2, §4.5).
final class Multiple implements Rule<SpfFacts> {

    @Override
    public List<Finding> judge(SpfFacts facts) {
        if (!(facts instanceof SpfFacts.Several(var around, var records))) {
            return List.of();
        }
        var domain = around.domain();
        var finding =
                critical("spf.multiple", domain)
                        .with("records", records)
                        .with("count", records.size());
        for (var record : records.stream().distinct().toList()) {
            finding = finding.cure(new Remedy.Remove(domain, RecordType.TXT, record));
        }
        return List.of(finding.cure(new Remedy.Publish(domain, RecordType.TXT, merged(records))));
    }

    /// One record that allows what any of them allowed, without saying that everybody may.
    static String merged(List<String> texts) {
        var records = texts.stream().map(SpfParser::read).toList();
        var words = new LinkedHashMap<String, String>();
        records.forEach(record -> {
            for (var term : record.terms()) {
                var word = merged(record, term);
                words.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
            }
        });
        words.remove("");
        var all = new ArrayList<String>();
        all.add(SpfRecord.VERSION);
        all.addAll(words.values());
        all.add(records.stream().allMatch(Multiple::endsInFail) ? "-all" : "~all");
        return String.join(" ", all);
    }

    private static String merged(SpfRecord record, Term term) {
        return switch (term) {
            case Term.Directive(_, _, _, Mechanism.All _) -> "";
            case Term.Directive d -> d.text();
            case Term.Redirect r -> record.all().isEmpty() ? "include:" + r.target().source() : "";
            case Term.Explanation _ -> "";
            case Term.UnknownModifier _, Term.Broken _ -> Slips.meant(term).orElse("");
        };
    }

    private static boolean endsInFail(SpfRecord record) {
        return record.all().filter(all -> all.qualifier() == Qualifier.FAIL).isPresent();
    }
}
