package posthorn.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The command line's own sentences in one language.
final class Messages {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private final String language;
    private final Properties texts;

    private Messages(String language) {
        this.language = language;
        this.texts = load(language.equals("de") ? "messages_de" : "messages");
    }

    /// The sentences in `de` or `en`.
    static Messages in(String language) {
        return new Messages(language);
    }

    /// `de` or `en`.
    String language() {
        return language;
    }

    Locale locale() {
        return Locale.of(language);
    }

    /// Whether there is a sentence `key`.
    boolean knows(String key) {
        return texts.containsKey(key);
    }

    /// The sentence `key`.
    String say(String key) {
        return say(key, Map.of());
    }

    /// The sentence `key` with these values in place of its `{names}`.
    String say(String key, Map<String, String> values) {
        var text = Objects.requireNonNull(texts.getProperty(key), key);
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                values.getOrDefault(found.group(1), found.group())));
    }

    static Properties load(String name) {
        var texts = new Properties();
        try (var stream = Messages.class.getResourceAsStream("/cli/" + name + ".properties")) {
            Objects.requireNonNull(stream, name);
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
