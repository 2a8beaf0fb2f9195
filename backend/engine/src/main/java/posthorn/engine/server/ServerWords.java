package posthorn.engine.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// What stands around the lines of recipes, in one language.
final class ServerWords {

    private static final ServerWords ENGLISH = new ServerWords(load("words"));
    private static final ServerWords GERMAN = new ServerWords(load("words_de"));

    private final Properties texts;

    private ServerWords(Properties texts) {
        this.texts = texts;
    }

    /// The words for a reader: German for German readers, English for all others.
    static ServerWords in(Locale locale) {
        return locale.getLanguage().equals("de") ? GERMAN : ENGLISH;
    }

    /// What people call a software.
    String name(Software software) {
        return software.ownName().isEmpty()
                ? text("software." + software.id())
                : software.ownName();
    }

    /// What to know before a step.
    String note(String key) {
        return text("note." + key);
    }

    /// What belongs into a place that is left open.
    String blank(String place) {
        return text("blank." + place);
    }

    /// Where others have a file of Debian's; empty where all have it there.
    String elsewhere(String file) {
        return texts.getProperty("elsewhere." + file, "");
    }

    private String text(String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    static Properties load(String name) {
        var texts = new Properties();
        try (var stream =
                ServerWords.class.getResourceAsStream("/server/" + name + ".properties")) {
            if (stream == null) {
                throw new FileNotFoundException(name);
            }
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
