package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.critical;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// Several records at one name count as none (RFC 9989 §4.10).
final class OneRecord implements Rule<DmarcFacts> {

    @Override
    public List<Finding> judge(DmarcFacts facts) {
        return Stream.concat(
                        Stream.of(facts.walk().own()),
                        facts.found().isEmpty()
                                ? facts.walk().steps().stream().skip(1)
                                : Stream.empty())
                .filter(step -> step.records().size() > 1)
                .map(step -> finding(step, facts))
                .toList();
    }

    private static Finding finding(TreeWalk.Step step, DmarcFacts facts) {
        var finding =
                critical("dmarc.multiple", step.name())
                        .with("count", step.records().size())
                        .with("records", step.records());
        if (!step.name().equals(facts.domain()) || !step.answer().aliases().isEmpty()) {
            return finding;
        }
        var keep = mildest(step.records());
        for (var text : step.records()) {
            finding =
                    text.equals(keep)
                            ? finding
                            : finding.cure(OwnRule.remove(OwnRule.place(facts), text));
        }
        return finding;
    }

    /// The record to keep: one that is understood, with the mildest policy, since none is in effect
    /// now; among those one that asks for reports.
    private static String mildest(List<String> texts) {
        return texts.stream()
                .map(DmarcRecord::read)
                .min(
                        Comparator.comparing((DmarcRecord r) -> r.ownPolicy().isEmpty())
                                .thenComparing(r -> r.ownPolicy().orElse(Policy.REJECT))
                                .thenComparing(r -> !r.reports())
                                .thenComparing(DmarcRecord::text))
                .map(DmarcRecord::text)
                .orElseThrow();
    }
}
