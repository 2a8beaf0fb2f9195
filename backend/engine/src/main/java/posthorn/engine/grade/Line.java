package posthorn.engine.grade;

import java.util.List;
import posthorn.engine.check.Finding;

/// What became of the points of one check.
public sealed interface Line {

    /// The check, such as `spf`.
    String kind();

    /// The points it could bring, of 100. Those of checks that do not apply are shared out among
    /// the others.
    double possible();

    /// The points it costs.
    default double lost() {
        return 0;
    }

    /// It was judged.
    ///
    /// @param losses what costs points, in the order of the report
    record Counted(String kind, double possible, List<Loss> losses) implements Line {

        public Counted {
            losses = List.copyOf(losses);
        }

        @Override
        public double lost() {
            return losses.stream().mapToDouble(Loss::points).sum();
        }
    }

    /// Nobody knows; it costs nothing.
    record Open(String kind, double possible) implements Line {}

    /// A finding and the points it costs; none where a worse one has taken them all.
    record Loss(Finding finding, double points) {}
}
