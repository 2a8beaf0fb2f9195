package posthorn.app.monitoring;

import java.util.Comparator;
import java.util.List;

/// The checks there are, in the order of a report.
record Kinds(List<String> all) {

    Kinds {
        all = List.copyOf(all);
    }

    /// Orders kinds as in a report; those that are no more come last.
    Comparator<String> order() {
        return Comparator.comparingInt(this::place).thenComparing(Comparator.naturalOrder());
    }

    private int place(String kind) {
        int at = all.indexOf(kind);
        return at < 0 ? all.size() : at;
    }
}
