package posthorn.engine.mtasts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import posthorn.engine.check.Parsed.Fault;

/// The text of a record of MTA-STS or TLS reporting: a version, then fields, parted by semicolons
/// (RFC 8461 §3.1, RFC 8460 §3). Read as far as it can be read.
public record FieldList(String text, List<Field> fields, List<Fault> faults) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,31}");
    private static final Pattern VALUE = Pattern.compile("[!-~&&[^;=]]+");

    /// One field; `value` begins at `valueAt`.
    public record Field(int at, String name, int valueAt, String value) {}

    public FieldList {
        fields = List.copyOf(fields);
        faults = List.copyOf(faults);
    }

    /// Whether text begins with this version and a semicolon: all other text at the name is no
    /// record and does not count.
    public static boolean begins(String text, String version) {
        int at = version.length();
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return text.startsWith(version) && at < text.length() && text.charAt(at) == ';';
    }

    /// Reads text; each fault gets `code`. Values of the fields in `own` are for the caller to
    /// judge.
    public static FieldList read(String text, String version, Set<String> own, String code) {
        var reader = new Reader(text, own, code);
        if (!begins(text, version)) {
            reader.fault(0, Math.min(text.length(), version.length()));
        }
        reader.read(text.indexOf(';'));
        return new FieldList(text, reader.fields, reader.faults);
    }

    /// The first field of this name.
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static final class Reader {
        private final List<Field> fields = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final String text;
        private final Set<String> own;
        private final String code;

        Reader(String text, Set<String> own, String code) {
            this.text = text;
            this.own = own;
            this.code = code;
        }

        void fault(int at, int length) {
            faults.add(new Fault(at, length, code));
        }

        /// Reads what stands behind the semicolon at this place. One semicolon may end the text.
        void read(int semicolon) {
            int at = semicolon;
            while (at >= 0) {
                int next = text.indexOf(';', at + 1);
                piece(at + 1, next < 0 ? text.length() : next, next < 0);
                at = next;
            }
        }

        private void piece(int from, int to, boolean last) {
            int start = from;
            int end = to;
            while (start < end && isBlank(text.charAt(start))) {
                start++;
            }
            while (end > start && isBlank(text.charAt(end - 1))) {
                end--;
            }
            if (start < end) {
                field(start, text.substring(start, end));
            } else if (!last) {
                fault(from, to - from + 1);
            }
        }

        private void field(int at, String piece) {
            int equals = piece.indexOf('=');
            var name = equals < 0 ? "" : piece.substring(0, equals);
            var value = piece.substring(equals + 1);
            boolean isOwn = own.contains(name);
            if (!isOwn && !(NAME.matcher(name).matches() && VALUE.matcher(value).matches())) {
                fault(at, piece.length());
            } else {
                fields.add(new Field(at, name, at + equals + 1, value));
            }
        }
    }
}
