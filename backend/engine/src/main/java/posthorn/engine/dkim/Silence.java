package posthorn.engine.dkim;

import static posthorn.engine.check.Finding.unknown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Failure;

/// Whether a question stayed open.
final class Silence implements Rule<DkimFacts> {

    @Override
    public List<Finding> judge(DkimFacts facts) {
        return switch (facts) {
            case DkimFacts.Probed probed -> probed(probed);
            case DkimFacts.Parked(var target, var wildcard) ->
                    DkimFacts.failure(wildcard).stream()
                            .map(failure -> finding(target.domain(), List.of("*"), failure))
                            .toList();
            case DkimFacts.NotApplicable _ -> List.of();
        };
    }

    private static List<Finding> probed(DkimFacts.Probed facts) {
        var names = new ArrayList<String>();
        var failures = new ArrayList<Failure>();
        Stream.of(facts.root(), facts.guard())
                .filter(Answer::isFailed)
                .forEach(answer -> {
                    names.add("_domainkey");
                    failures.addAll(DkimFacts.failure(answer));
                });
        facts.of(SelectorFacts.Silent.class)
                .forEach(silent -> {
                    names.add(silent.selector().name());
                    failures.add(silent.failure());
                });
        return failures.isEmpty()
                ? List.of()
                : List.of(
                        finding(
                                facts.target().domain(),
                                names.stream().distinct().toList(),
                                failures.getFirst()));
    }

    private static Finding finding(Object domain, List<String> names, Failure failure) {
        return unknown("dkim.unreachable", domain)
                .with("failure", failure)
                .with("count", names.size())
                .with("names", names);
    }
}
