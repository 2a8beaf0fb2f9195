package posthorn.engine.signature;

import java.util.Arrays;
import posthorn.engine.message.HeaderField;

/// Header fields evened out (RFC 6376 §3.4.1, §3.4.2), one behind the other.
final class CanonicalHeader {

    private static final int EXPECTED = 2048;

    private final Canonicalization canonicalization;
    private byte[] out = new byte[EXPECTED];
    private int length;

    CanonicalHeader(Canonicalization canonicalization) {
        this.canonicalization = canonicalization;
    }

    /// A field and its line end.
    void add(HeaderField field) {
        int offset = field.bodyOffset();
        field.writeTo((octets, from, to) -> addOctets(octets, from, from + offset, to));
        out[length++] = '\r';
        out[length++] = '\n';
    }

    /// The signature's own field: without the value of `b` and without a line end (RFC 6376 §3.7).
    void addUnsigned(SignatureTags tags) {
        var field = tags.field();
        var octets = field.octets();
        int offset = field.bodyOffset();
        tags.tag("b")
                .ifPresentOrElse(
                        b -> addWhole(without(octets, offset + b.from(), offset + b.to()), offset),
                        () -> addWhole(octets, offset));
    }

    private static byte[] without(byte[] octets, int from, int to) {
        var rest = new byte[octets.length - (to - from)];
        System.arraycopy(octets, 0, rest, 0, from);
        System.arraycopy(octets, to, rest, from, octets.length - to);
        return rest;
    }

    /// What was put together so far.
    byte[] octets() {
        return Arrays.copyOf(out, length);
    }

    private void addWhole(byte[] octets, int bodyStart) {
        addOctets(octets, 0, bodyStart, octets.length);
    }

    /// Evening out never makes a field longer, but for the colon of a line that has none; a line
    /// end may follow.
    private void addOctets(byte[] octets, int from, int bodyStart, int to) {
        int most = length + to - from + 3;
        if (most > out.length) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, most));
        }
        switch (canonicalization) {
            case SIMPLE -> {
                System.arraycopy(octets, from, out, length, to - from);
                length += to - from;
            }
            case RELAXED -> {
                name(octets, from, bodyStart - 1);
                body(octets, bodyStart, to);
            }
        }
    }

    private void name(byte[] octets, int from, int colon) {
        for (int i = from; i < colon; i++) {
            out[length++] = lowerCase(octets[i]);
        }
        while (length > 0 && (out[length - 1] == ' ' || out[length - 1] == '\t')) {
            length--;
        }
        out[length++] = ':';
    }

    private void body(byte[] octets, int from, int to) {
        int begin = length;
        boolean blank = false;
        for (int i = from; i < to; i++) {
            byte octet = octets[i];
            if (octet == ' ' || octet == '\t') {
                blank = true;
            } else if (octet != '\r' && octet != '\n') {
                if (blank && length > begin) {
                    out[length++] = ' ';
                }
                blank = false;
                out[length++] = octet;
            }
        }
    }

    private static byte lowerCase(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? (byte) (octet + ('a' - 'A')) : octet;
    }
}
