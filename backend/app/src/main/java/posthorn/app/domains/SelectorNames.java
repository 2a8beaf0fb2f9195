package posthorn.app.domains;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Selectors as a person lists them: parted by blanks, commas, semicolons or lines.
///
/// @param good valid names (RFC 6376 §3.1), in lower case, each once
/// @param bad what is no selector
record SelectorNames(List<String> good, List<String> bad) {

    private static final Pattern GAP = Pattern.compile("[\\s,;]+");
    private static final int LONGEST = 200;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");

    SelectorNames {
        good = List.copyOf(good);
        bad = List.copyOf(bad);
    }

    /// Reads a list; a whole name such as `s1._domainkey.example.org` is taken for its selector.
    static SelectorNames read(String typed) {
        var names =
                Arrays.stream(GAP.split(typed.strip()))
                        .filter(name -> !name.isEmpty())
                        .map(SelectorNames::selector)
                        .distinct()
                        .toList();
        return new SelectorNames(
                names.stream().filter(SelectorNames::isSelector).toList(),
                names.stream().filter(name -> !isSelector(name)).toList());
    }

    private static String selector(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var end = lower.indexOf("._domainkey");
        return end > 0 ? lower.substring(0, end) : lower;
    }

    private static boolean isSelector(String name) {
        return name.length() <= LONGEST
                && Arrays.stream(name.split("\\.", -1))
                        .allMatch(label -> LABEL.matcher(label).matches());
    }
}
