package posthorn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.Finding;
import posthorn.engine.server.ServerLines;

/// Nobody is left without advice: what is wrong has a record to publish, lines for a server, or a
/// reason why words are all there can be.
class RemedyCoverageTest {

    private static final Path CHECKS = Path.of("../../docs/checks");
    private static final Path WORDS_ONLY = Path.of("../../docs/remedies-servers.md");

    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z0-9.-]+)` \\| ([^|]*) \\|", Pattern.MULTILINE);
    private static final Pattern WORDS_ROW =
            Pattern.compile("^\\| (`[a-z0-9]+\\.[^|]*) \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([a-z0-9]+\\.[a-z0-9-]+)`");

    @Test
    void whatIsWrongHasARecordOrLinesOrAReason() {
        var covered = new TreeSet<>(withRecord());
        covered.addAll(withLines());
        covered.addAll(wordsOnly());

        assertThat(covered).containsAll(wrong());
    }

    @Test
    void wordsAreAllThereIsOnlyWhereNeitherRecordNorLinesAre() {
        assertThat(wordsOnly())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(withLines())
                .doesNotContainAnyElementsOf(withRecord());
        assertThat(wordsOnly()).isSubsetOf(wrong());
    }

    @Test
    void linesAreForCodesThatThereAre() {
        assertThat(withLines()).isNotEmpty().isSubsetOf(codes(row -> true));
    }

    private static Set<String> wrong() {
        return codes(row -> !row.group(2).strip().equals("INFO"));
    }

    private static Set<String> codes(Predicate<MatchResult> wanted) {
        try (Stream<Path> pages = Files.list(CHECKS)) {
            return pages.map(RemedyCoverageTest::text)
                    .flatMap(page -> ROW.matcher(page).results())
                    .filter(wanted)
                    .map(row -> row.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> withRecord() {
        return Case.all().stream()
                .flatMap(c -> CasesTest.findings(c).stream())
                .filter(finding -> !finding.remedies().isEmpty())
                .map(Finding::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> withLines() {
        return codes(row -> !ServerLines.of(row.group(1), Locale.ENGLISH).isEmpty());
    }

    private static Set<String> wordsOnly() {
        return WORDS_ROW
                .matcher(text(WORDS_ONLY))
                .results()
                .flatMap(row -> CODE.matcher(row.group(1)).results())
                .map(code -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
