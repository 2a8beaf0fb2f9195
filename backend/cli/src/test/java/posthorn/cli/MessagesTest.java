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
    void hasASentenceForEveryConstantAndOption() {
        var messages = Messages.in("en");
        var keys = new java.util.ArrayList<String>();
        add(keys, "spf.reason.", posthorn.engine.spf.SpfResult.Reason.values());
        add(keys, "spf.result.", posthorn.engine.spf.Result.values());
        add(keys, "dkim.reason.", posthorn.engine.signature.Reason.values());
        add(keys, "dkim.body.", posthorn.engine.signature.BodyChange.values());
        add(keys, "dkim.field.", posthorn.engine.signature.FieldChange.Kind.values());
        add(keys, "arc.reason.", posthorn.engine.arc.ChainReason.values());
        add(keys, "verify.fit.", posthorn.engine.testmail.Fit.values());
        add(keys, "verify.policy.", posthorn.engine.dmarc.Policy.values());
        add(keys, "verify.story.", posthorn.engine.dmarc.DmarcResult.Result.values());
        add(keys, "mask.field.", posthorn.engine.mask.Field.Label.values());
        add(keys, "mask.quirk.", posthorn.engine.mask.Quirk.values());
        for (var kind : posthorn.engine.mask.Hint.Kind.values()) {
            if (kind != posthorn.engine.mask.Hint.Kind.QUIRK) {
                add(keys, "mask.hint.", kind);
            }
        }
        for (var verb : CommandLineTool.VERBS) {
            keys.add("help." + verb.name());
            keys.add("help." + verb.name() + ".status");
            verb.options().forEach(option -> keys.add(Help.key(messages, verb, option)));
        }

        assertThat(keys).allMatch(messages::knows);
    }

    private static void add(java.util.List<String> keys, String prefix, Enum<?>... constants) {
        for (var constant : constants) {
            keys.add(prefix + constant.name());
        }
    }

    @Test
    void fillsInValuesOnce() {
        var messages = Messages.in("en");

        var sentence = UsageError.of("key").with("key", "{verb}$1\\").with("verb", "check");

        assertThat(sentence.sentence(messages)).isEqualTo("\"{verb}$1\\\" is no option of check.");
    }
}
