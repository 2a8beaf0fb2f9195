package posthorn.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The codes of findings, from the pages of the catalogue that come with the program.
final class Codes {

    /// A row of the catalogue.
    ///
    /// @param severity one word, or several with their conditions
    /// @param condition when it is said, in English and with the marks of the page
    /// @param reference the standard; empty where none is
    record Code(String name, String severity, String condition, String reference) {}

    private static final Pattern PAGE = Pattern.compile("\\(checks/([a-z]+)\\.md\\)");
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z]+\\.[a-z0-9.-]+)` \\| (.*) \\| (.*) \\| (.*) \\|");
    private static final int LONGEST = 64;
    private static final int MOST_NEAR = 5;
    private static final String NO_REFERENCE = "–";

    private Codes() {}

    /// All of them, in the order of the catalogue.
    static List<Code> all() {
        return PAGE.matcher(text("checks.md"))
                .results()
                .map(page -> page.group(1))
                .distinct()
                .flatMap(Codes::page)
                .toList();
    }

    private static Stream<Code> page(String family) {
        return ROW.matcher(text("checks/" + family + ".md"))
                .results()
                .map(row ->
                        new Code(
                                row.group(1),
                                row.group(2),
                                row.group(3),
                                row.group(4).equals(NO_REFERENCE) ? "" : row.group(4)));
    }

    private static String text(String page) {
        try (var stream = Codes.class.getResourceAsStream("/cli/" + page)) {
            return new String(
                    Objects.requireNonNull(stream, page).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The code of this name among `all`.
    static Optional<Code> find(List<Code> all, String name) {
        return all.stream().filter(code -> code.name().equals(name)).findFirst();
    }

    /// The names that may have been meant, the nearest first.
    static List<String> near(List<Code> all, String typed) {
        var start = typed.substring(0, Math.min(LONGEST, typed.length()));
        return all.stream()
                .map(Code::name)
                .filter(name -> isNear(name, start))
                .sorted(Comparator.comparingInt(name -> distance(name, start)))
                .limit(MOST_NEAR)
                .toList();
    }

    private static boolean isNear(String name, String typed) {
        return (typed.length() > 2 && name.contains(typed))
                || distance(name, typed) <= Math.max(2, name.length() / 4);
    }

    /// How many characters have to be changed, added or left out (Levenshtein).
    static int distance(String one, String two) {
        var row = new int[two.length() + 1];
        for (int j = 0; j <= two.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= two.length(); j++) {
                int changed = corner + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[two.length()];
    }
}
