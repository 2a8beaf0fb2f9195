package posthorn.bench;

import java.util.Locale;
import java.util.Map;

/// A line of the table: what is measured, and the goal it is held against.
record Row(String benchmark, String what, Goal goal) {

    /// What a figure should be.
    sealed interface Goal {

        record None() implements Goal {}

        /// At most so many nanoseconds each.
        record AtMost(double nanos) implements Goal {}

        /// At least this share of the rate of another benchmark.
        record Share(String of, double least) implements Goal {}
    }

    /// The line in Markdown; `cpu` holds nanoseconds by benchmark.
    String text(Map<String, Double> cpu) {
        double mine = cpu.getOrDefault(benchmark, Double.NaN);
        return "| %s | %s | %s | %s |".formatted(what, time(mine), rate(mine), judged(mine, cpu));
    }

    private String judged(double mine, Map<String, Double> cpu) {
        return switch (goal) {
            case Goal.None() -> "–";
            case Goal.AtMost(var nanos) ->
                    "%s (goal: at most %s)".formatted(met(mine <= nanos), time(nanos));
            case Goal.Share(var of, var least) -> {
                double share = cpu.getOrDefault(of, Double.NaN) / mine;
                yield "%s, %.0f %% (goal: at least %.0f %%)"
                        .formatted(met(share >= least), 100 * share, 100 * least);
            }
        };
    }

    private static String met(boolean met) {
        return met ? "met" : "missed";
    }

    private static String time(double nanos) {
        return nanos < 1e6 ? number(nanos / 1e3) + " µs" : number(nanos / 1e6) + " ms";
    }

    private static String rate(double nanos) {
        return String.format(Locale.ROOT, "%,.0f", 1e9 / nanos);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
