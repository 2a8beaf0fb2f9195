package posthorn.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import posthorn.engine.check.Severity;
import posthorn.engine.check.Verdict;

/// Writes for people: wrapped lines, indented, in colours where they help. Everything is escaped,
/// wherever it came from.
final class Page {

    /// What a word is painted with.
    enum Ink {
        PLAIN(""),
        STRONG("1"),
        FAINT("2"),
        GOOD("32"),
        UNSURE("36"),
        BAD("33"),
        WORST("1;31");

        private final String code;

        Ink(String code) {
            this.code = code;
        }

        static Ink of(Verdict verdict) {
            return switch (verdict) {
                case NOT_APPLICABLE -> FAINT;
                case OK -> GOOD;
                case UNKNOWN -> UNSURE;
                case WARN -> BAD;
                case FAIL -> WORST;
            };
        }

        static Ink of(Severity severity) {
            return switch (severity) {
                case INFO -> GOOD;
                case NOTICE -> PLAIN;
                case UNKNOWN -> UNSURE;
                case WARNING -> BAD;
                case CRITICAL -> WORST;
            };
        }
    }

    private final PrintStream out;
    private final boolean colours;
    private final int width;
    private final Messages messages;

    Page(Streams streams, Messages messages) {
        this.out = streams.out();
        this.colours = streams.colours();
        this.width = streams.width();
        this.messages = messages;
    }

    Messages messages() {
        return messages;
    }

    void blank() {
        out.println();
    }

    /// A line with a painted word in front.
    void head(int indent, String word, Ink ink, String rest) {
        var shown = Shown.of(word);
        out.print(" ".repeat(indent) + painted(shown, ink));
        out.println(rest.isEmpty() ? "" : "  " + Shown.of(rest));
    }

    /// A paragraph, its first line behind a painted word of `room` characters.
    void item(int indent, String word, Ink ink, int room, String text) {
        var shown = Shown.of(word);
        var gap = " ".repeat(Math.max(1, room - shown.length()));
        var lines = wrapped(Shown.of(text), width - indent - room);
        out.println(" ".repeat(indent) + painted(shown, ink) + gap + lines.getFirst());
        for (var line : lines.subList(1, lines.size())) {
            out.println(" ".repeat(indent + room) + line);
        }
    }

    /// A paragraph.
    void text(int indent, String text, Ink ink) {
        for (var line : wrapped(Shown.of(text), width - indent)) {
            out.println(" ".repeat(indent) + painted(line, ink));
        }
    }

    /// A line to copy: never wrapped.
    void copy(int indent, String text) {
        out.println(" ".repeat(indent) + painted(Shown.of(text), Ink.STRONG));
    }

    /// Text of our own as it is, such as a script.
    void raw(String text) {
        out.print(text);
    }

    private String painted(String text, Ink ink) {
        return colours && !ink.code.isEmpty()
                ? "\u001b[" + ink.code + "m" + text + "\u001b[0m"
                : text;
    }

    static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        @Nullable StringBuilder line = null;
        for (var word : text.split(" ", -1)) {
            if (line == null) {
                line = new StringBuilder(word);
            } else if (line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(word);
            } else {
                line.append(' ').append(word);
            }
        }
        lines.add(line == null ? "" : line.toString());
        return lines;
    }
}
