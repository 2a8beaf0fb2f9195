package posthorn.engine.dkim;

import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Rdata;

/// Whether a selector that nobody uses has a record all the same. A wildcard that withdraws all
/// unknown keys is meant so; any other one hides what is really there.
final class WildcardKey implements Rule<DkimFacts> {

    @Override
    public List<Finding> judge(DkimFacts facts) {
        return facts instanceof DkimFacts.Probed probed
                        && probed.guard() instanceof Answer.Data<Rdata.Text> answer
                ? List.of(finding(probed, answer))
                : List.of();
    }

    private static Finding finding(DkimFacts.Probed facts, Answer<Rdata.Text> answer) {
        var texts = answer.records().stream().map(Rdata.Text::joined).sorted().toList();
        boolean withdraws = texts.stream().allMatch(t -> DkimKeyRecord.read(t).isRevoked());
        return Finding.of(withdraws ? NOTICE : WARNING, "dkim.wildcard", facts.target().domain())
                .with("records", texts);
    }
}
