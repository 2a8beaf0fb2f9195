package posthorn.app.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import posthorn.app.platform.web.Shown;

/// The difference between the records of two observations: which went, which came, and which words
/// in them are not in the other.
final class RecordDiff {

    private static final Pattern WORD = Pattern.compile("[\\s;,]+|[^\\s;,]+");
    private static final int MOST_WORDS = 400;

    private RecordDiff() {}

    /// @param sign `removed` or `added`
    record Line(String sign, List<Part> parts) {

        Line {
            parts = List.copyOf(parts);
        }
    }

    /// @param marked whether this is what differs
    record Part(boolean marked, String text) {}

    /// The lines to show; none when nothing differs.
    static List<Line> between(List<String> before, List<String> after) {
        var gone = before.stream().filter(record -> !after.contains(record)).toList();
        var come = after.stream().filter(record -> !before.contains(record)).toList();
        var lines = new ArrayList<Line>();
        for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            var old = i < gone.size() ? words(gone.get(i)) : List.<String>of();
            var young = i < come.size() ? words(come.get(i)) : List.<String>of();
            if (!old.isEmpty()) {
                lines.add(new Line("removed", marked(old, young)));
            }
            if (!young.isEmpty()) {
                lines.add(new Line("added", marked(young, old)));
            }
        }
        return List.copyOf(lines);
    }

    private static List<String> words(String record) {
        return WORD.matcher(Shown.of(record)).results().map(MatchResult::group).toList();
    }

    private static List<Part> marked(List<String> words, List<String> other) {
        if (other.isEmpty() || words.size() > MOST_WORDS || other.size() > MOST_WORDS) {
            return List.of(new Part(false, String.join("", words)));
        }
        var common = common(words, other);
        var parts = new ArrayList<Part>();
        int i = 0;
        int j = 0;
        while (i < words.size()) {
            var same = j < other.size() && words.get(i).equals(other.get(j));
            if (same) {
                parts.add(new Part(false, words.get(i)));
                i++;
                j++;
            } else if (j < other.size() && common[i][j + 1] >= common[i + 1][j]) {
                j++;
            } else {
                parts.add(new Part(true, words.get(i)));
                i++;
            }
        }
        return List.copyOf(parts);
    }

    /// How many words the rests behind each pair of places have in common, in order.
    private static int[][] common(List<String> words, List<String> other) {
        var common = new int[words.size() + 1][other.size() + 1];
        for (int i = words.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                common[i][j] =
                        words.get(i).equals(other.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
