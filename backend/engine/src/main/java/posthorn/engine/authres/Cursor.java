package posthorn.engine.authres;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.authres.Deviation.Kind;

/// A place in the text of a field, which only moves forward, and what was strange on the way.
final class Cursor {

    private static final int MAX_LENGTH = 65_536;
    private static final int MAX_NOTES = 100;
    private static final String BLANKS = " \t\r\n";
    private static final String ENDS_VALUE = BLANKS + ";(";

    private final String text;
    private final int end;
    private final List<Deviation> deviations = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private int at;

    Cursor(String text) {
        this.text = text;
        this.end = Math.min(text.length(), MAX_LENGTH);
        if (text.length() > end) {
            note(end, text.length(), Kind.TOO_MUCH);
        }
        for (int i = 0; i < end; i++) {
            if (isStrange(i)) {
                note(i, i + 1, Kind.CONTROL);
            }
        }
    }

    /// A control character that is neither a tab nor part of a fold or of the final line end.
    private boolean isStrange(int i) {
        char c = text.charAt(i);
        return switch (c) {
            case '\t' -> false;
            case '\r' -> i + 1 == end || text.charAt(i + 1) != '\n';
            case '\n' -> i + 1 < end && " \t".indexOf(text.charAt(i + 1)) < 0;
            default -> c < ' ' || c == 0x7f;
        };
    }

    String text() {
        return text;
    }

    List<Deviation> deviations() {
        return deviations;
    }

    int at() {
        return at;
    }

    void note(int from, int to, Kind kind) {
        if (deviations.size() < MAX_NOTES) {
            deviations.add(new Deviation(from, to - from, kind));
        }
    }

    boolean isAt(char c) {
        return at < end && text.charAt(at) == c;
    }

    boolean isAtEnd() {
        return at == end;
    }

    /// Whether this part of the field is over.
    boolean isAtPartEnd() {
        return isAtEnd() || isAt(';');
    }

    void step() {
        at++;
    }

    /// Leaves the rest unread.
    void giveUp() {
        note(at, end, Kind.TOO_MUCH);
        at = end;
    }

    /// Goes back to a place that was passed once.
    void back(int place) {
        at = place;
    }

    /// Passes blanks and comments.
    void skip() {
        while (at < end && (isBlank(text.charAt(at)) || isAt('('))) {
            if (isAt('(')) {
                comment();
            } else {
                at++;
            }
        }
    }

    /// The comments passed since they were last taken.
    List<String> takeComments() {
        var taken = List.copyOf(comments);
        comments.clear();
        return taken;
    }

    /// Nested comments are part of the outer one; none needs a stack (RFC 5322 §3.2.2).
    private void comment() {
        int start = at++;
        var content = new StringBuilder();
        for (int depth = 1; at < end; at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                at++;
                keep(start, content.toString());
                return;
            }
            append(content, c);
        }
        note(start, end, Kind.UNCLOSED);
        keep(start, content.toString());
    }

    private void keep(int start, String comment) {
        if (comments.size() < MAX_NOTES) {
            comments.add(comment);
        } else {
            note(start, at, Kind.TOO_MUCH);
        }
    }

    /// Adds what a character of a comment or quoted-string stands for: a backslash gives way to the
    /// next character, and a fold to its blanks.
    private void append(StringBuilder content, char c) {
        boolean escape = c == '\\' && at + 1 < end;
        char meant = escape ? text.charAt(++at) : c;
        if (meant != '\r' && meant != '\n') {
            content.append(meant);
        }
    }

    /// The content of the quoted-string that begins here.
    String quoted() {
        int start = at++;
        var content = new StringBuilder();
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return content.toString();
            }
            append(content, c);
        }
        note(start, end, Kind.UNCLOSED);
        return content.toString();
    }

    /// The characters up to one of `stops`, a blank, a semicolon, a comment or a quote.
    String word(String stops) {
        int start = at;
        while (!isAtValueEnd() && !isAt('"') && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    /// Whether the next word begins with one of these and holds an equals sign.
    boolean isBeforeProperty(List<String> beginnings) {
        int place = at;
        word("=");
        boolean assigns = isAt('=');
        at = place;
        return assigns
                && beginnings.stream()
                        .anyMatch(b -> text.regionMatches(true, place, b, 0, b.length()));
    }

    /// A value: a quoted-string, or all up to a blank, semicolon or comment. Quotes that are only
    /// part of it, as in an address, stay.
    String value() {
        int start = at;
        var content = isAt('"') ? quoted() : "";
        if (at > start && isAtValueEnd()) {
            return content;
        }
        at = start;
        passValue();
        var raw = text.substring(start, at).replace("\r", "").replace("\n", "");
        if (!Grammar.isPlain(raw)) {
            note(start, at, Kind.UNQUOTED);
        }
        return raw;
    }

    /// Passes what [#value] would read.
    void passValue() {
        while (!isAtValueEnd()) {
            if (isAt('"')) {
                quoted();
            } else {
                at++;
            }
        }
    }

    private boolean isAtValueEnd() {
        return at == end || ENDS_VALUE.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isBlank(char c) {
        return BLANKS.indexOf(c) >= 0;
    }
}
