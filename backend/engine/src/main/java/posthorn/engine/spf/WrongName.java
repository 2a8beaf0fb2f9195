package posthorn.engine.spf;

import static posthorn.engine.check.Finding.warning;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.outside.RecordType;
import posthorn.engine.spf.SpfFacts.Misplaced;
import posthorn.engine.spf.SpfFacts.Surroundings;

/// A record at a name that receivers do not ask; they ask the domain itself (RFC 7208 §4.4).
final class WrongName implements SurroundingsRule {

    @Override
    public List<Finding> judge(Surroundings around, boolean published) {
        return around.misplaced().stream()
                .map(misplaced -> wrong(around, misplaced, published))
                .toList();
    }

    private static Finding wrong(Surroundings around, Misplaced misplaced, boolean published) {
        var finding =
                warning("spf.wrong-name", misplaced.name())
                        .with("domain", around.domain())
                        .with("record", misplaced.text())
                        .cure(
                                new Remedy.Remove(
                                        misplaced.name(), RecordType.TXT, misplaced.text()));
        return published || around.misplaced().size() > 1
                ? finding
                : finding.cure(
                        new Remedy.Publish(around.domain(), RecordType.TXT, misplaced.text()));
    }
}
