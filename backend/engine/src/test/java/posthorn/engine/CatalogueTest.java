package posthorn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds texts, cases and the catalogue page of each family together.
class CatalogueTest {

    private static final Path TEXTS = Path.of("src/main/resources/texts");
    private static final Path PAGES = Path.of("../../docs/checks");

    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z0-9.-]+)` \\|", Pattern.MULTILINE);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9]+)}");

    /// Prefixes of codes that stand on the page of another family.
    private static final Map<String, String> PAGE_OF =
            Map.of(
                    "helo",
                    "rdns",
                    "banner",
                    "rdns",
                    "smtp",
                    "tls",
                    "caa",
                    "bimi",
                    "tm",
                    "testmail");

    /// The prefixes of codes: there is a file of texts for each.
    static Stream<String> families() throws IOException {
        try (var files = Files.list(TEXTS)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.endsWith("_de") && !name.equals("values"))
                    .toList()
                    .stream();
        }
    }

    @Test
    void everyCheckHasTexts() throws IOException {
        assertThat(families())
                .containsAll(DomainChecks.all().stream().map(check -> check.kind()).toList());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("families")
    void everyCodeHasItsSentenceInBothLanguages(String family) throws IOException {
        var english = texts(family);
        var german = texts(family + "_de");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(codes(english)).isNotEmpty();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("families")
    void bothLanguagesShowTheSameValues(String family) throws IOException {
        var english = texts(family);
        var german = texts(family + "_de");

        for (var key : english.stringPropertyNames()) {
            assertThat(placeholders(german.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("families")
    void everyCodeIsReachedByACase(String family) throws IOException {
        var reached =
                Case.all().stream()
                        .flatMap(c -> c.findings().stream())
                        .map(Case.Expected::code)
                        .filter(code -> code.startsWith(family + "."))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(reached).isEqualTo(codes(texts(family)));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("families")
    void theCatalogueListsExactlyTheCodes(String family) throws IOException {
        var page = Files.readString(PAGES.resolve(PAGE_OF.getOrDefault(family, family) + ".md"));

        var listed =
                ROW.matcher(page)
                        .results()
                        .map(m -> m.group(1))
                        .filter(code -> code.startsWith(family + "."))
                        .collect(Collectors.toSet());

        assertThat(new TreeSet<>(listed)).isEqualTo(codes(texts(family)));
    }

    @Test
    void bothLanguagesKnowTheSameConstants() throws IOException {
        assertThat(texts("values_de").stringPropertyNames())
                .isEqualTo(texts("values").stringPropertyNames());
    }

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        texts.load(new StringReader(Files.readString(TEXTS.resolve(name + ".properties"))));
        return texts;
    }

    private static Set<String> codes(Properties texts) {
        return texts.stringPropertyNames().stream()
                .filter(key -> !key.endsWith(".why") && !key.endsWith(".fix"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }
}
