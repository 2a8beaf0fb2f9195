package posthorn.engine.grade;

import java.time.Instant;
import java.util.List;
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
public record Grade(
        Letter letter, int score, int sum, int open, List<Line> lines, List<Limit> limits) {

    public Grade {
        lines = List.copyOf(lines);
        limits = List.copyOf(limits);
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
                points.limits());
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
}
