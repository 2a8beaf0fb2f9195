package posthorn.engine.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import posthorn.engine.check.Finding;

/// The sentences of findings in one language. Values come from the evidence by name; `{subject}` is
/// always there. A value that is a constant, such as the way an answer failed, is put into words by
/// `texts/values.properties`, a day is written as the language writes it, and what is too long to
/// read is cut: the evidence has it whole. What comes from outside is put in as it is: whoever
/// shows the sentence escapes it.
public final class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-zA-Z0-9]*)}");

    /// Values that are a day, or a time.
    private static final Set<String> DAYS =
            Set.of("expired", "from", "lastSeen", "signedAt", "since", "until");

    /// Lists that are a way, which may come to the same place twice.
    private static final Set<String> WAYS = Set.of("chain", "path");

    private static final int LIST = 12;
    private static final int VALUE = 600;
    private static final String NOTHING = "–";

    private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();

    private final Locale locale;
    private final String suffix;

    private Texts(Locale locale, String suffix) {
        this.locale = locale;
        this.suffix = suffix;
    }

    /// The texts for a reader: German for German readers, English for all others.
    public static Texts in(Locale locale) {
        return locale.getLanguage().equals("de")
                ? new Texts(Locale.GERMAN, "_de")
                : new Texts(Locale.ENGLISH, "");
    }

    /// What is so.
    public String sentence(Finding finding) {
        return text(finding, "").orElse(finding.code());
    }

    /// What it means for mail.
    public Optional<String> why(Finding finding) {
        return text(finding, ".why");
    }

    /// What to do.
    public Optional<String> fix(Finding finding) {
        return text(finding, ".fix");
    }

    /// What a code says before it is about anything.
    ///
    /// @param sentence with the names of its values in braces, as are `why` and `fix`
    /// @param why empty where there is nothing to add
    /// @param fix empty where there is nothing to do
    public record Template(String sentence, String why, String fix) {}

    /// The texts of a code; empty if there is no such code.
    public Optional<Template> template(String code) {
        return pattern(code, "")
                .map(sentence ->
                        new Template(
                                sentence,
                                pattern(code, ".why").orElse(""),
                                pattern(code, ".fix").orElse("")));
    }

    private Optional<String> text(Finding finding, String part) {
        return pattern(finding.code(), part).map(pattern -> filled(pattern, finding));
    }

    private Optional<String> pattern(String code, String part) {
        int dot = code.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        bundle(code.substring(0, dot) + suffix).getProperty(code + part));
    }

    private String filled(String pattern, Finding finding) {
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), finding)));
    }

    private String value(String name, Finding finding) {
        var value = name.equals("subject") ? finding.subject() : finding.evidence().get(name);
        return value == null ? "{" + name + "}" : shown(name, value);
    }

    private String shown(String name, Object value) {
        if (value instanceof Collection<?> list) {
            var words = list.stream().map(each -> shown(name, each));
            return joined((WAYS.contains(name) ? words : words.distinct()).toList());
        }
        var text = String.valueOf(value);
        if (text.isBlank()) {
            return NOTHING;
        }
        return DAYS.contains(name) ? Days.in(locale, text) : word(name, cut(text));
    }

    /// A list as people write it; of a long one the beginning.
    private String joined(List<String> words) {
        if (words.isEmpty()) {
            return NOTHING;
        }
        if (words.size() <= LIST) {
            return String.join(", ", words);
        }
        int more = words.size() - LIST + 2;
        return String.join(", ", words.subList(0, LIST - 2))
                + " "
                + word("list", "more").replace("{count}", Integer.toString(more));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= VALUE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, VALUE)) + "…";
    }

    /// The words for a constant that stands as the value of this name; the constant itself where
    /// there are none.
    public String word(String name, String constant) {
        return bundle("values" + suffix).getProperty(name + "." + constant, constant);
    }

    private static Properties bundle(String name) {
        return BUNDLES.computeIfAbsent(name, Texts::load);
    }

    private static Properties load(String name) {
        var texts = new Properties();
        try (var stream = Texts.class.getResourceAsStream("/texts/" + name + ".properties")) {
            if (stream != null) {
                texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
