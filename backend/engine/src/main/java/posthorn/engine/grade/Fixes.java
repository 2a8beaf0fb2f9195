package posthorn.engine.grade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.check.Target;

/// What would raise a grade most.
public final class Fixes {

    private static final int MOST_FIXES = 3;

    /// Points by which a fix is worth its while though something else still holds the letter down.
    private static final int WORTH = 3;

    /// Ceilings whose causes have nothing to do with one another.
    private static final Set<Ceiling> MIXED = Set.of(Ceiling.BROKEN, Ceiling.WARNING);

    private Fixes() {}

    /// The three that are worth most, in the order in which to do them; fewer where less is wrong.
    public static List<Fix> of(Target target, Instant at, List<Judged> judged) {
        var fixes = new ArrayList<Fix>();
        var left = judged;
        while (fixes.size() < MOST_FIXES) {
            var best = best(target, at, left);
            if (best.isEmpty()) {
                break;
            }
            fixes.add(best.get().fix());
            left = best.get().after();
        }
        return fixes;
    }

    private record Step(Fix fix, int sum, List<Judged> after) {}

    private static Optional<Step> best(Target target, Instant at, List<Judged> judged) {
        var now = Points.of(target, at, judged);
        return candidates(judged, now)
                .map(gone -> step(gone, now, target, at, judged))
                .filter(step -> step.fix().points() > 0 || step.sum() >= now.sum() + WORTH)
                .max(
                        Comparator.<Step>comparingInt(step -> step.fix().points())
                                .thenComparingInt(Step::sum)
                                .thenComparingInt(step -> -step.fix().findings().size()));
    }

    private static Step step(
            List<Finding> gone, Points now, Target target, Instant at, List<Judged> judged) {
        var after = judged.stream().map(check -> check.without(gone)).toList();
        var points = Points.of(target, at, after);
        var fix = new Fix(gone, points.score() - now.score(), points.letter());
        return new Step(fix, points.sum(), after);
    }

    /// What could be set right at a stroke: each finding, the worst of a check together, and all
    /// that brings a ceiling about.
    private static Stream<List<Finding>> candidates(List<Judged> judged, Points now) {
        var weighed =
                judged.stream().filter(check -> Weights.OF.containsKey(check.kind())).toList();
        var single = weighed.stream().flatMap(check -> check.faults().stream()).map(List::of);
        var worst = weighed.stream().map(Fixes::worst);
        var causes =
                now.limits().stream()
                        .filter(limit -> !MIXED.contains(limit.ceiling()))
                        .map(Limit::causes);
        return Stream.of(single, worst, causes)
                .flatMap(all -> all)
                .filter(all -> !all.isEmpty())
                .distinct();
    }

    private static List<Finding> worst(Judged check) {
        return Stream.of(Severity.CRITICAL, Severity.WARNING, Severity.NOTICE)
                .map(check::faults)
                .filter(faults -> !faults.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
