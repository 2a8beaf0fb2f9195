package posthorn.engine.bimi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One value in the Distinguished Encoding Rules (X.690): a tag and what it holds. Only tags of one
/// octet and lengths up to three are read; a certificate needs no others.
final class Der {

    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int IA5 = 0x16;
    static final int SEQUENCE = 0x30;

    private static final int CONSTRUCTED = 0x20;
    private static final int HIGH_TAG = 0x1f;
    private static final int MOST_PARTS = 1000;

    private final byte[] all;
    private final int from;
    private final int start;
    private final int end;

    /// A value whose tag is at `from`, and whose content lies between `start` and `end`.
    private Der(byte[] all, int from, int start, int end) {
        this.all = all;
        this.from = from;
        this.start = start;
        this.end = end;
    }

    /// The one value that fills these octets.
    static Optional<Der> read(byte[] octets) {
        var copy = octets.clone();
        return at(copy, 0, copy.length).filter(value -> value.end == copy.length);
    }

    /// The value that begins here and ends before `limit`.
    private static Optional<Der> at(byte[] all, int from, int limit) {
        if (from + 2 > limit || (all[from] & HIGH_TAG) == HIGH_TAG) {
            return Optional.empty();
        }
        int first = all[from + 1] & 0xff;
        int more = first < 0x80 ? 0 : first - 0x80;
        int start = from + 2 + more;
        if (first == 0x80 || more > 3 || start > limit) {
            return Optional.empty();
        }
        int length = more == 0 ? first : 0;
        for (int i = 0; i < more; i++) {
            length = (length << 8) | (all[from + 2 + i] & 0xff);
        }
        return length > limit - start
                ? Optional.empty()
                : Optional.of(new Der(all, from, start, start + length));
    }

    int tag() {
        return all[from] & 0xff;
    }

    /// The values it is made of; none where it is not, or where one of them cannot be read.
    List<Der> parts() {
        var parts = new ArrayList<Der>();
        if ((tag() & CONSTRUCTED) == 0) {
            return parts;
        }
        for (int at = start; at < end; ) {
            var part = at(all, at, end);
            if (part.isEmpty() || parts.size() == MOST_PARTS) {
                return List.of();
            }
            parts.add(part.get());
            at = part.get().end;
        }
        return parts;
    }

    byte[] octets() {
        return Arrays.copyOfRange(all, start, end);
    }

    /// Its text, if it is a string.
    String text() {
        return switch (tag()) {
            case 0x0c -> new String(octets(), StandardCharsets.UTF_8);
            case 0x1e -> new String(octets(), StandardCharsets.UTF_16BE);
            default -> new String(octets(), StandardCharsets.ISO_8859_1);
        };
    }

    /// Whether it is this object identifier, given as the octets of its content.
    boolean is(byte[] identifier) {
        return tag() == OID && Arrays.equals(octets(), identifier);
    }

    /// The value of the first attribute of this type in a distinguished name (RFC 5280 §4.1.2.4).
    Optional<String> attribute(byte[] type) {
        for (var set : parts()) {
            for (var pair : set.parts()) {
                var parts = pair.parts();
                if (parts.size() == 2 && parts.getFirst().is(type)) {
                    return Optional.of(parts.get(1).text());
                }
            }
        }
        return Optional.empty();
    }
}
