package posthorn.engine.spf;

import static posthorn.engine.check.Finding.warning;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.spf.SpfFacts.Published;

/// A modifier nobody knows is skipped without a word (RFC 7208 §6); mostly a mechanism written with
/// an equals sign.
final class IgnoredModifier implements RecordRule {

    @Override
    public List<Finding> judge(Published facts) {
        var record = facts.record();
        var ignored = record.of(Term.UnknownModifier.class).toList();
        if (ignored.isEmpty()) {
            return List.of();
        }
        var finding =
                warning("spf.ignored-modifier", facts.domain())
                        .with("record", record.text())
                        .with("terms", ignored.stream().map(Term::text).toList());
        var lost = ignored.stream().filter(term -> Slips.meant(term).isEmpty()).toList();
        var cured = SpfParser.read(Slips.corrected(SpfParser.read(record.without(lost))));
        return List.of(facts.replacing(finding, cured.text()));
    }
}
