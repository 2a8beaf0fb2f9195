package posthorn.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Something the caller got wrong: the key of a sentence and its values.
final class UsageError extends RuntimeException {

    private static final String GERMAN = ".de";

    private final String key;
    private final transient Map<String, String> values;

    private UsageError(String key, Map<String, String> values) {
        super(key, null, false, false);
        this.key = key;
        this.values = Map.copyOf(values);
    }

    /// An error without values.
    static UsageError of(String key) {
        return new UsageError(key, Map.of());
    }

    /// The same error with one more value.
    UsageError with(String name, String value) {
        var more = new HashMap<>(values);
        more.put(name, Shown.of(value));
        return new UsageError(key, more);
    }

    /// The same error with one more value, which is words of ours in both languages.
    UsageError with(String name, String english, String german) {
        return with(name, english).with(name + GERMAN, german);
    }

    /// What is wrong, in one sentence.
    String sentence(Messages messages) {
        return messages.say("usage." + key, in(messages.locale()));
    }

    private Map<String, String> in(Locale locale) {
        if (!locale.getLanguage().equals("de")) {
            return values;
        }
        var german = new HashMap<>(values);
        values.keySet()
                .forEach(name ->
                        german.computeIfPresent(
                                name, (_, value) -> values.getOrDefault(name + GERMAN, value)));
        return german;
    }
}
