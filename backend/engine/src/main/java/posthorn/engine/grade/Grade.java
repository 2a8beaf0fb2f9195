package posthorn.engine.grade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.check.Target;

/// How good a domain is, in one letter and point by point. What is not known costs nothing; where
/// too much is unknown there is no letter. The same findings always give the same grade.
///
/// @param letter `–` where more than 30 of 100 points are open
/// @param score of 100, no higher than the letter allows
/// @param sum of 100, by points alone
/// @param open how many points of 100 nobody could judge
/// @param lines what became of the points, check by check
/// @param limits what holds the letter down, lowest first
/// @param fixes the three that are worth most, in the order in which to do them
public record Grade(
        Letter letter,
        int score,
        int sum,
        int open,
        List<Line> lines,
        List<Limit> limits,
        List<Fix> fixes) {

    private static final int MOST_FIXES = 3;

    /// Points by which a fix is worth its while though something else still holds the letter down.
    private static final int WORTH = 3;

    public Grade {
        lines = List.copyOf(lines);
        limits = List.copyOf(limits);
        fixes = List.copyOf(fixes);
    }

    /// The grade of a domain whose checks say this, in the order of a report.
    ///
    /// @param at the time of asking: a proof must not be older than 30 days
    public static Grade of(Target target, Instant at, List<Judged> judged) {
        var points = Points.of(target, at, judged);
        return new Grade(
                points.letter(),
                points.score(),
                points.sum(),
                (int) Math.round(points.open()),
                points.lines(),
                points.limits(),
                fixes(target, at, judged));
    }

    /// The limits that hold the letter below what the points alone would give.
    public List<Limit> binding() {
        return letter == Letter.NONE ? List.of() : held();
    }

    private List<Limit> held() {
        return limits.stream()
                .filter(limit -> limit.ceiling().best().top() < sum)
                .filter(limit -> limit.ceiling().best().top() == score)
                .toList();
    }

    private static List<Fix> fixes(Target target, Instant at, List<Judged> judged) {
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
        var worst = weighed.stream().map(Grade::worst);
        var causes =
                now.limits().stream()
                        .filter(limit -> limit.ceiling() != Ceiling.WARNING)
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
