package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() {
        var english = Messages.load("messages");
        var german = Messages.load("messages_de");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(placeholders(german.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    private static java.util.Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void fillsInValuesOnce() {
        var messages = Messages.in("en");

        var sentence = UsageError.of("key").with("key", "{verb}$1\\").with("verb", "check");

        assertThat(sentence.sentence(messages)).isEqualTo("\"{verb}$1\\\" is no option of check.");
    }
}
