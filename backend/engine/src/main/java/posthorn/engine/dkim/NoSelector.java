package posthorn.engine.dkim;

import static posthorn.engine.check.Finding.unknown;
import static posthorn.engine.check.Finding.warning;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Answer;

/// Whether any selector is known. Keys cannot be listed (RFC 6376 §3.1), so finding none proves
/// nothing, unless the name above all of them does not exist (RFC 8020 §2).
final class NoSelector implements Rule<DkimFacts> {

    @Override
    public List<Finding> judge(DkimFacts facts) {
        return facts instanceof DkimFacts.Probed probed && !knowsOne(probed)
                ? judged(probed)
                : List.of();
    }

    private static boolean knowsOne(DkimFacts.Probed facts) {
        return facts.selectors().stream()
                .anyMatch(s ->
                        !s.isGuessed()
                                || s instanceof SelectorFacts.Several
                                || s instanceof SelectorFacts.Dangling
                                || (s instanceof SelectorFacts.Keyed key
                                        && !key.record().isRevoked()));
    }

    private static List<Finding> judged(DkimFacts.Probed facts) {
        var domain = facts.target().domain();
        if (isNothingThere(facts)) {
            return List.of(warning("dkim.none", domain));
        }
        return facts.root().isFailed()
                ? List.of()
                : List.of(
                        unknown("dkim.no-selector-known", domain)
                                .with("tried", facts.selectors().size())
                                .with("selectors", names(facts)));
    }

    private static boolean isNothingThere(DkimFacts.Probed facts) {
        return facts.root() instanceof Answer.NxDomain
                && !facts.hasAnything()
                && !facts.isSilentSomewhere();
    }

    private static List<String> names(DkimFacts.Probed facts) {
        return facts.selectors().stream().map(s -> s.selector().name()).toList();
    }
}
