package posthorn.engine.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import posthorn.engine.message.HeaderField;

/// The tags of a signature field (RFC 6376 §3.2), read as far as they can be read.
///
/// @param isWellFormed whether the text follows the grammar: each piece is a tag, none stands twice
public record SignatureTags(HeaderField field, List<Tag> tags, boolean isWellFormed) {

    /// One tag. `value` is without the blanks around it; in the body of the field it and those
    /// blanks reach from `from` to before `to`.
    public record Tag(String name, String value, int from, int to) {}

    /// A list with more tags is not well formed.
    private static final int MAX_TAGS = 100;

    public SignatureTags {
        tags = List.copyOf(tags);
    }

    /// Reads the body of a field.
    public static SignatureTags read(HeaderField field) {
        return new Reader(field).read();
    }

    /// The tag of this name.
    public Optional<Tag> tag(String name) {
        int at = indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(tags.get(at));
    }

    private int indexOf(String name) {
        for (int at = 0; at < tags.size(); at++) {
            if (tags.get(at).name().equals(name)) {
                return at;
            }
        }
        return -1;
    }

    /// The value of a tag as it stands, folds among it; empty text where there is none.
    public String raw(String name) {
        int at = indexOf(name);
        return at < 0 ? "" : tags.get(at).value();
    }

    /// Whether the tag is there.
    public boolean has(String name) {
        return indexOf(name) >= 0;
    }

    /// The value without any blanks, as base64 and numbers are read.
    public String compact(String name) {
        return withoutBlanks(raw(name));
    }

    /// The value in UTF-8 (RFC 8616 §5).
    public String utf8(String name) {
        var value = raw(name);
        return isAscii(value)
                ? value
                : new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /// The octets of a value in base64; empty if it is none.
    public Optional<byte[]> base64(String name) {
        try {
            return Optional.of(Base64.getDecoder().decode(compact(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    static String withoutBlanks(String text) {
        int blank = blank(text, 0);
        if (blank == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length());
        int start = 0;
        for (; blank < text.length(); blank = blank(text, start)) {
            out.append(text, start, blank);
            start = blank + 1;
        }
        return out.append(text, start, blank).toString();
    }

    /// Where the next blank stands, or the end.
    private static int blank(String text, int from) {
        int at = from;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static String trimmed(String text) {
        return trimmed(text, 0, text.length());
    }

    /// What stands between two places of a text, without the blanks around it.
    static String trimmed(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static final class Reader {

        private final HeaderField field;
        private final String text;
        private final List<Tag> tags = new ArrayList<>();
        private boolean wellFormed = true;

        Reader(HeaderField field) {
            this.field = field;
            this.text = field.rawBody();
        }

        SignatureTags read() {
            int start = 0;
            while (start < text.length() && tags.size() < MAX_TAGS) {
                int semicolon = text.indexOf(';', start);
                int end = semicolon < 0 ? text.length() : semicolon;
                piece(start, end);
                start = end + 1;
            }
            return new SignatureTags(field, tags, wellFormed && start >= text.length());
        }

        private void piece(int start, int end) {
            int equals = text.indexOf('=', start);
            if (equals < 0 || equals >= end) {
                wellFormed &= end == text.length() && isBlank(start, end);
                return;
            }
            var name = trimmed(text, start, equals);
            var value = trimmed(text, equals + 1, end);
            wellFormed &= isName(name) && isValue(value) && isNew(name);
            tags.add(new Tag(name, value, equals + 1, end));
        }

        private boolean isBlank(int start, int end) {
            return trimmed(text, start, end).isEmpty();
        }

        private boolean isNew(String name) {
            for (var tag : tags) {
                if (tag.name().equals(name)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isName(String name) {
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                boolean inside = (c >= '0' && c <= '9') || c == '_';
                if (!letter && !(i > 0 && inside)) {
                    return false;
                }
            }
            return !name.isEmpty();
        }

        /// Visible characters and folds; UTF-8 since RFC 8616.
        private static boolean isValue(String value) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if ((c < ' ' && !SignatureTags.isBlank(c)) || c == 0x7f) {
                    return false;
                }
            }
            return true;
        }
    }
}
