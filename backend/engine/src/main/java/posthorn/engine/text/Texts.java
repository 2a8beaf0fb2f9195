package posthorn.engine.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import posthorn.engine.check.Finding;

/// The sentences of findings in one language. Values come from the evidence by name; `{subject}` is
/// always there. A value that is a constant, such as the way an answer failed, is put into words by
/// `texts/values.properties`. What comes from outside is put in as it is: whoever shows the
/// sentence escapes it.
public final class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-zA-Z0-9]*)}");
    private static final Map<String, Properties> BUNDLES = new ConcurrentHashMap<>();

    private final String suffix;

    private Texts(String suffix) {
        this.suffix = suffix;
    }

    /// The texts for a reader: German for German readers, English for all others.
    public static Texts in(Locale locale) {
        return new Texts(locale.getLanguage().equals("de") ? "_de" : "");
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
            return list.stream().map(each -> shown(name, each)).collect(Collectors.joining(", "));
        }
        return word(name, String.valueOf(value));
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
