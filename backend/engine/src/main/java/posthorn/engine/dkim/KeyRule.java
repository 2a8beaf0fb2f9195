package posthorn.engine.dkim;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.dkim.SelectorFacts.Keyed;
import posthorn.engine.outside.RecordType;

/// A rule about one key record at a time.
interface KeyRule extends Rule<DkimFacts> {

    /// What one key means, seen beside the others.
    List<Finding> judge(Keyed key, DkimFacts.Probed facts);

    @Override
    default List<Finding> judge(DkimFacts facts) {
        return facts instanceof DkimFacts.Probed probed
                ? probed.keyed().stream().flatMap(key -> judge(key, probed).stream()).toList()
                : List.of();
    }

    /// How bad it is that a selector does not work: nobody may be using one that we only guessed
    /// while another one works.
    static Severity broken(SelectorFacts selector, DkimFacts.Probed facts) {
        return selector.isGuessed() && facts.hasUsableKey() ? Severity.WARNING : Severity.CRITICAL;
    }

    /// A finding about a key.
    static Finding about(Keyed key, Severity severity, String code) {
        return Finding.of(severity, code, key.selector().name())
                .with("name", key.name())
                .with("origin", key.selector().origin())
                .with("type", key.record().type());
    }

    /// The finding, to be cured by the same key in a clean record. Behind an alias the record is
    /// somebody else's.
    static Finding cleaned(Finding finding, Keyed key) {
        var old = key.record().text();
        return key.record()
                .cleaned()
                .filter(text -> key.chain().isEmpty() && !text.equals(old))
                .map(text ->
                        finding.cure(new Remedy.Remove(key.name(), RecordType.TXT, old))
                                .cure(new Remedy.Publish(key.name(), RecordType.TXT, text)))
                .orElse(finding);
    }
}
