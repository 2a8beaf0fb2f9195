package posthorn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import posthorn.engine.check.Severity;
import posthorn.engine.text.Texts;

/// Holds what the texts of findings owe their readers, in both languages.
class SentencesTest {

    private static final Path TEXTS = Path.of("src/main/resources/texts");

    private static final int WORDS = 50;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");

    /// A sentence ends, or it ends in a value that a full stop would seem to belong to.
    private static final Pattern WELL_ENDED =
            Pattern.compile("(?s).*(?:[.!?]|\"|:|\\{[a-zA-Z0-9]+}|=\\S+)");

    private static final Pattern SPACING =
            Pattern.compile("^\\s|\\s$|\\s{2}|\\s[.,;:?!](?!\\S)|\\(\\s|\\s\\)");

    static Stream<String> bundles() throws IOException {
        try (var files = Files.list(TEXTS)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.startsWith("values"))
                    .toList()
                    .stream();
        }
    }

    @Test
    void whatIsNotGoodIsExplainedAndHasAWayOut() {
        var codes =
                Case.all().stream()
                        .flatMap(c -> c.findings().stream())
                        .filter(finding -> !finding.severity().equals(Severity.INFO.name()))
                        .map(Case.Expected::code)
                        .collect(Collectors.toCollection(TreeSet::new));

        for (var texts : List.of(Texts.in(Locale.ENGLISH), Texts.in(Locale.GERMAN))) {
            assertThat(codes)
                    .hasSizeGreaterThan(200)
                    .allSatisfy(code -> {
                        var template = texts.template(code).orElseThrow();
                        assertThat(template.why()).isNotBlank();
                        assertThat(template.fix()).isNotBlank();
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noSentenceIsTooLongToBeReadAloud(String bundle) throws IOException {
        var texts = texts(bundle);

        for (var key : texts.stringPropertyNames()) {
            assertThat(SENTENCE_END.split(texts.getProperty(key)))
                    .as(key)
                    .allMatch(sentence -> sentence.split("\\s+").length <= WORDS);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsSpacedAndEnded(String bundle) throws IOException {
        var texts = texts(bundle);

        for (var key : texts.stringPropertyNames()) {
            assertThat(texts.getProperty(key))
                    .as(key)
                    .doesNotContainPattern(SPACING)
                    .matches(WELL_ENDED);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void eachLanguageSpeaksForItself(String bundle) throws IOException {
        if (bundle.endsWith("_de")) {
            return;
        }
        var english = texts(bundle);
        var german = texts(bundle + "_de");

        for (var key : english.stringPropertyNames()) {
            assertThat(german.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
            assertThat(words(german.getProperty(key)))
                    .as(key)
                    .doesNotContain("the", "and", "is", "your", "of", "with");
            assertThat(words(english.getProperty(key)))
                    .as(key)
                    .doesNotContain("der", "die", "und", "ist", "nicht", "mit");
        }
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
    }

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        texts.load(new StringReader(Files.readString(TEXTS.resolve(name + ".properties"))));
        return texts;
    }
}
