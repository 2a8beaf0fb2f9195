package posthorn.app.reports;

import java.util.List;
import posthorn.app.platform.web.Moment;

/// The grade of a domain, as a report shows it.
///
/// @param letter as it is written
/// @param tone how it is painted: `OK`, `WARN`, `FAIL`, `UNKNOWN`
/// @param score of 100; empty where there is no grade
/// @param sum of 100 by points alone; empty where it is the score
/// @param open points of 100 that nobody could judge; empty where all could be
/// @param limits what holds the letter down, a sentence each
record GradePart(
        String letter,
        String tone,
        String score,
        String sum,
        String open,
        List<String> limits,
        List<Line> lines,
        List<Step> steps) {

    GradePart {
        limits = List.copyOf(limits);
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
    }

    /// The points of one check.
    ///
    /// @param points it brings; empty where nobody could judge
    /// @param asOf when that was known last, where the latest look left something open
    record Line(String kind, String points, String possible, List<Cost> costs, List<Moment> asOf) {

        Line {
            costs = List.copyOf(costs);
            asOf = List.copyOf(asOf);
        }

        /// Whether there is nothing to tell but the points.
        public boolean isPlain() {
            return !points.isEmpty() && costs.isEmpty() && asOf.isEmpty();
        }
    }

    /// A finding and the points it costs.
    record Cost(String sentence, String points) {}

    /// Something worth doing.
    ///
    /// @param points the score rises by; empty where something graver still holds it down
    /// @param letter it is then
    record Step(List<String> sentences, String points, String letter) {

        Step {
            sentences = List.copyOf(sentences);
        }
    }
}
