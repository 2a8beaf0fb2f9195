package posthorn.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Holds the sentences of the interface together with the pages that use them.
class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d+(?:,[^}]*)?}");
    private static final Pattern KEY = Pattern.compile("^([^=\\s]+)=", Pattern.MULTILINE);
    private static final Pattern TAG = Pattern.compile("<[a-z:]+\\s(?:[^<>\"]|\"[^\"]*\")*>");
    private static final Pattern CONDITION = Pattern.compile("th:(?:if|unless|each|switch|case)=");
    private static final Pattern USED = Pattern.compile("#\\{([a-z][\\w.-]*)");

    static List<String> bundles() throws IOException {
        return Stream.of(find("messages/*.properties"))
                .map(resource -> Objects.requireNonNull(resource.getFilename()))
                .filter(name -> !name.endsWith("_de.properties"))
                .map(name -> name.replace(".properties", ""))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void speaksBothLanguages(String bundle) throws IOException {
        var english = load(bundle);
        var german = load(bundle + "_de");

        assertThat(german.keySet()).isEqualTo(english.keySet());
        for (var key : english.stringPropertyNames()) {
            assertThat(places(german.getProperty(key)))
                    .as(key)
                    .isEqualTo(places(english.getProperty(key)));
            assertThat(german.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank();
        }
    }

    /// A lone apostrophe silently swallows the rest of a sentence that has values in it.
    @ParameterizedTest
    @MethodSource("bundles")
    void writesApostrophesThatLast(String bundle) throws IOException {
        for (var name : List.of(bundle, bundle + "_de")) {
            var texts = load(name);
            for (var key : texts.stringPropertyNames()) {
                var text = texts.getProperty(key);
                if (PLACE.matcher(text).find()) {
                    assertThat(text.replace("''", "")).as(key).doesNotContain("'");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void namesEachKeyOnceAndAfterItsBundle(String bundle) throws IOException {
        for (var name : List.of(bundle, bundle + "_de")) {
            var text = text("messages/" + name + ".properties");
            var keys = KEY.matcher(text).results().map(found -> found.group(1)).toList();

            assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.startsWith(bundle + "."));
            assertThat(text).doesNotContain("\ufffd", "\r", "Ã");
        }
    }

    @Test
    void hasEverySentenceThatAPageNames() throws IOException {
        var known = new TreeSet<String>();
        for (var bundle : bundles()) {
            known.addAll(load(bundle).stringPropertyNames());
        }

        for (var page : find("pages/**/*.html")) {
            var used =
                    USED.matcher(page.getContentAsString(StandardCharsets.UTF_8))
                            .results()
                            .map(found -> found.group(1))
                            .toList();
            assertThat(known).as(page.getFilename()).containsAll(used);
        }
    }

    /// Escaping is not a matter of taste: nothing on a page is written as it came, nothing is
    /// evaluated twice, and no script or style stands between the words.
    @Test
    void escapesEverything() throws IOException {
        var faults = new ArrayList<String>();
        for (var page : find("pages/**/*.html")) {
            var text = page.getContentAsString(StandardCharsets.UTF_8);
            for (var forbidden :
                    List.of(
                            "utext",
                            "[(",
                            "[[",
                            "__${",
                            "<style",
                            " style=",
                            "th:style",
                            "th:on")) {
                if (text.contains(forbidden)) {
                    faults.add(page.getFilename() + ": " + forbidden);
                }
            }
            if (Pattern.compile("\\son[a-z]+\\s*=|<script(?![^>]*src=)|href=\"http")
                    .matcher(text)
                    .find()) {
                faults.add(page.getFilename() + ": script or foreign link");
            }
        }

        assertThat(faults).isEmpty();
    }

    /// A fragment takes the place of an element before its conditions are looked at.
    @Test
    void asksBeforeItReplaces() throws IOException {
        for (var page : find("pages/**/*.html")) {
            var lost =
                    TAG.matcher(page.getContentAsString(StandardCharsets.UTF_8))
                            .results()
                            .map(MatchResult::group)
                            .filter(tag -> tag.contains("th:replace="))
                            .filter(tag -> CONDITION.matcher(tag).find());
            assertThat(lost).as(page.getFilename()).isEmpty();
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .collect(Collectors.toList());
    }

    private static Properties load(String name) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text("messages/" + name + ".properties")));
        return properties;
    }

    private static String text(String path) throws IOException {
        return find(path)[0].getContentAsString(StandardCharsets.UTF_8);
    }

    private static Resource[] find(String path) throws IOException {
        return new PathMatchingResourcePatternResolver()
                .getResources("classpath*:frontend/" + path);
    }
}
