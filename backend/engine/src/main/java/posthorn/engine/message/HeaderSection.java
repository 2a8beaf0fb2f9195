package posthorn.engine.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The header section of a message (RFC 5322 §2.2), its fields from top to bottom.
///
/// @param isCut whether it was longer than we read; then fields are missing at its end
public record HeaderSection(List<HeaderField> fields, boolean isCut) {

    /// More octets are not read.
    public static final int MAX_OCTETS = 256 * 1024;

    /// More fields are not read.
    public static final int MAX_FIELDS = 2000;

    public HeaderSection {
        fields = List.copyOf(fields);
    }

    /// Reads the lines from the start of `octets` to before `end`. A line ends with CR LF; one that
    /// ends with LF alone is taken for a line too.
    static HeaderSection read(byte[] octets, int end, boolean isCut) {
        var fields = new ArrayList<HeaderField>();
        int start = 0;
        while (start < end && fields.size() < MAX_FIELDS) {
            int next = endOfField(octets, start, end);
            add(fields, octets, start, withoutLineEnd(octets, start, next));
            start = next;
        }
        return new HeaderSection(fields, isCut || start < end);
    }

    private static void add(List<HeaderField> fields, byte[] octets, int start, int end) {
        if (end > start) {
            fields.add(new HeaderField(octets, start, colon(octets, start, end), end));
        }
    }

    /// Where the next field begins: behind a line end that no blank follows.
    private static int endOfField(byte[] octets, int start, int end) {
        for (int i = start; i < end; i++) {
            if (octets[i] == '\n' && (i + 1 == end || !isBlank(octets[i + 1]))) {
                return i + 1;
            }
        }
        return end;
    }

    private static int withoutLineEnd(byte[] octets, int start, int end) {
        int at = end;
        if (at > start && octets[at - 1] == '\n') {
            at--;
            if (at > start && octets[at - 1] == '\r') {
                at--;
            }
        }
        return at;
    }

    /// The colon behind a name of visible characters, or `start`.
    private static int colon(byte[] octets, int start, int end) {
        int at = start;
        while (at < end && octets[at] > ' ' && octets[at] < 0x7f && octets[at] != ':') {
            at++;
        }
        int name = at;
        while (at < end && isBlank(octets[at])) {
            at++;
        }
        return name > start && at < end && octets[at] == ':' ? at : start;
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    /// The fields of this name, given in lower case, from top to bottom.
    public List<HeaderField> all(String lowerCaseName) {
        var found = new ArrayList<HeaderField>(2);
        for (var field : fields) {
            if (field.is(lowerCaseName)) {
                found.add(field);
            }
        }
        return found;
    }

    /// The uppermost field of this name.
    public Optional<HeaderField> first(String lowerCaseName) {
        for (var field : fields) {
            if (field.is(lowerCaseName)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
