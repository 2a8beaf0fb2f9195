package posthorn.engine.dkim;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.info;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.RecordType;

/// Whether a known selector leads to exactly one record, by itself or through an alias.
final class SelectorRecord implements Rule<DkimFacts> {

    @Override
    public List<Finding> judge(DkimFacts facts) {
        return facts instanceof DkimFacts.Probed probed
                ? probed.selectors().stream().flatMap(s -> judge(s, probed)).toList()
                : List.of();
    }

    private static Stream<Finding> judge(SelectorFacts selector, DkimFacts.Probed facts) {
        var subject = selector.selector().name();
        return switch (selector) {
            case SelectorFacts.Missing missing
                    when !missing.isGuessed() && !KeyPast.isKnown(missing, facts) ->
                    Stream.of(
                            critical("dkim.selector-missing", subject)
                                    .with("name", missing.name()));
            case SelectorFacts.Dangling dangling ->
                    Stream.of(
                            Finding.of(
                                            KeyRule.broken(dangling, facts),
                                            "dkim.cname-dangling",
                                            subject)
                                    .with("name", dangling.name())
                                    .with("target", dangling.chain().getLast())
                                    .with("chain", dangling.chain()));
            case SelectorFacts.Several several -> Stream.of(several(several, facts));
            case SelectorFacts.Keyed keyed when !keyed.chain().isEmpty() ->
                    Stream.of(
                            info("dkim.cname-ok", subject)
                                    .with("name", keyed.name())
                                    .with("target", keyed.chain().getLast())
                                    .with("chain", keyed.chain()));
            case SelectorFacts.Keyed _, SelectorFacts.Missing _, SelectorFacts.Silent _ ->
                    Stream.empty();
        };
    }

    private static Finding several(SelectorFacts.Several several, DkimFacts.Probed facts) {
        var finding =
                Finding.of(
                                KeyRule.broken(several, facts),
                                "dkim.multiple-records",
                                several.selector().name())
                        .with("name", several.name())
                        .with("count", several.texts().size())
                        .with("records", several.texts());
        var useless =
                several.texts().stream()
                        .filter(text -> !DkimKeyRecord.read(text).isUsable())
                        .toList();
        boolean oneLeft = useless.size() == several.texts().size() - 1;
        for (var text : oneLeft && several.chain().isEmpty() ? useless : List.<String>of()) {
            finding = finding.cure(new Remedy.Remove(several.name(), RecordType.TXT, text));
        }
        return finding;
    }
}
