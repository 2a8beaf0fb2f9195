package posthorn.engine.dkim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import posthorn.engine.check.Parsed.Fault;

/// Text of the form `name=value; name=value` (RFC 6376 §3.2), read as far as it can be read. Of
/// tags with one name the first counts; the others are faults.
public record TagList(String text, List<Tag> tags, List<Fault> faults) {

    /// One tag. `value` is without the blanks around it; `valueAt` is where it begins.
    public record Tag(int at, String name, int valueAt, String value) {}

    public TagList {
        tags = List.copyOf(tags);
        faults = List.copyOf(faults);
    }

    /// Reads text; each fault gets the code of the finding that explains it.
    public static TagList read(String text, String faultCode) {
        return new Reader(text, faultCode).read();
    }

    /// The tag of this name, in this case.
    public Optional<Tag> tag(String name) {
        for (var tag : tags) {
            if (tag.name().equals(name)) {
                return Optional.of(tag);
            }
        }
        return Optional.empty();
    }

    /// The value of the tag of this name.
    public Optional<String> value(String name) {
        return tag(name).map(Tag::value);
    }

    /// The parts of a value parted by `separator`, each without the blanks around it.
    public static List<String> parts(String value, char separator) {
        var parts = new ArrayList<String>();
        for (var part : value.split(String.valueOf(separator), 0)) {
            parts.add(trimmed(part));
        }
        return parts;
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static final class Reader {

        private final List<Tag> tags = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final HashSet<String> names = new HashSet<>();
        private final String text;
        private final String faultCode;

        Reader(String text, String faultCode) {
            this.text = text;
            this.faultCode = faultCode;
        }

        TagList read() {
            int start = 0;
            while (start < text.length()) {
                int semicolon = text.indexOf(';', start);
                int end = semicolon < 0 ? text.length() : semicolon;
                piece(start, text.substring(start, end));
                start = end + 1;
            }
            return new TagList(text, tags, faults);
        }

        private void piece(int from, String piece) {
            var whole = trimmed(piece);
            if (whole.isEmpty()) {
                return;
            }
            int at = from + piece.indexOf(whole.charAt(0));
            int equals = whole.indexOf('=');
            var name = equals < 0 ? "" : trimmed(whole.substring(0, equals));
            if (!isName(name)) {
                faults.add(new Fault(at, whole.length(), faultCode));
                return;
            }
            add(at, whole, name, equals);
        }

        private void add(int at, String whole, String name, int equals) {
            var raw = whole.substring(equals + 1);
            var value = trimmed(raw);
            int valueAt = at + equals + 1 + (value.isEmpty() ? 0 : raw.indexOf(value.charAt(0)));
            if (!names.add(name.toLowerCase(Locale.ROOT)) || !isPrintable(value)) {
                faults.add(new Fault(at, whole.length(), faultCode));
            }
            tags.add(new Tag(at, name, valueAt, value));
        }

        /// A letter, then letters, digits and underscores.
        private static boolean isName(String name) {
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                if (!letter && (i == 0 || (c != '_' && (c < '0' || c > '9')))) {
                    return false;
                }
            }
            return !name.isEmpty();
        }

        private static boolean isPrintable(String value) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if ((c <= 0x20 || c >= 0x7f) && !isBlank(c)) {
                    return false;
                }
            }
            return true;
        }
    }
}
