package posthorn.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The codes of findings, from the pages of the catalogue that come with the program.
final class Codes {

    /// A row of the catalogue.
    ///
    /// @param severity one word, or several with their conditions
    /// @param condition when it is said, in English and with the marks of the page
    /// @param reference the standard; empty where none is
    record Code(String name, String severity, String condition, String reference) {}

    private static final String PAGE = "](checks/";
    private static final String END_OF_PAGES = "**Families that are planned**";
    private static final String ROW = "| `";
    private static final String BAR = " | ";
    private static final int LONGEST = 64;
    private static final int MOST_NEAR = 5;
    private static final String NO_REFERENCE = "–";

    private static final List<Code> ALL = read();

    private Codes() {}

    /// All of them, in the order of the catalogue.
    static List<Code> all() {
        return ALL;
    }

    private static List<Code> read() {
        return text("checks.md")
                .lines()
                .takeWhile(line -> !line.startsWith(END_OF_PAGES))
                .filter(line -> line.startsWith(ROW) && line.contains(PAGE))
                .flatMap(line -> text(page(line)).lines())
                .filter(Codes::isRow)
                .map(Codes::row)
                .toList();
    }

    private static String page(String line) {
        int at = line.indexOf(PAGE) + 2;
        return line.substring(at, line.indexOf(')', at));
    }

    /// Pages have other tables too.
    private static boolean isRow(String line) {
        int bar = line.indexOf(BAR);
        return line.startsWith(ROW)
                && bar > 0
                && line.charAt(bar - 1) == '`'
                && line.indexOf(BAR, bar + 1) < line.lastIndexOf(BAR);
    }

    /// Read with care for time, which is short: this is most of what `explain` does.
    private static Code row(String line) {
        int name = line.indexOf(BAR);
        int severity = line.indexOf(BAR, name + 1);
        int reference = line.lastIndexOf(BAR);
        var source = line.substring(reference + BAR.length(), line.length() - 2);
        return new Code(
                line.substring(ROW.length(), name - 1),
                line.substring(name + BAR.length(), severity),
                line.substring(severity + BAR.length(), reference),
                source.equals(NO_REFERENCE) ? "" : source);
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
