package posthorn.engine.spf;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.warning;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.spf.Expansion.Ending;
import posthorn.engine.spf.SpfFacts.Published;

/// What a record says about everybody it does not list (RFC 7208 §4.7, §5.1, §8). `~all` and `-all`
/// are equally good; `+all` is judged by [EverybodyPasses].
final class RecordEnd implements RecordRule {

    @Override
    public List<Finding> judge(Published facts) {
        return switch (facts.expansion().ending()) {
            case Ending.Unknown() -> List.of();
            case Ending.Open(var domain) -> List.of(open(facts, domain.equals(facts.domain())));
            case Ending.All(var domain, var all) ->
                    switch (all.qualifier()) {
                        case PASS -> List.of();
                        case SOFTFAIL -> List.of(ends(info("spf.softfail", facts.domain()), all));
                        case FAIL -> List.of(ends(info("spf.hardfail", facts.domain()), all));
                        case NEUTRAL -> List.of(neutral(facts, all, domain.equals(facts.domain())));
                    };
        };
    }

    private static Finding ends(Finding finding, Term.Directive all) {
        return finding.with("term", all.text());
    }

    private static Finding neutral(Published facts, Term.Directive all, boolean own) {
        var finding = ends(warning("spf.neutral-all", facts.domain()), all);
        return own ? facts.replacing(finding, facts.record().replacing(all, "~all")) : finding;
    }

    private static Finding open(Published facts, boolean own) {
        var record = facts.record();
        var finding = warning("spf.no-all", facts.domain()).with("record", record.text());
        return own ? facts.replacing(finding, record.without(List.of()) + " ~all") : finding;
    }
}
