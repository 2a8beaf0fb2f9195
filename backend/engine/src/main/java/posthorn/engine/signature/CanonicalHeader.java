package posthorn.engine.signature;

import posthorn.engine.message.HeaderField;

/// Header fields evened out (RFC 6376 §3.4.1, §3.4.2), one behind the other.
final class CanonicalHeader {

    private static final int EXPECTED = 2048;

    private final OctetBuffer out = new OctetBuffer(EXPECTED);
    private final Canonicalization canonicalization;

    CanonicalHeader(Canonicalization canonicalization) {
        this.canonicalization = canonicalization;
    }

    /// A field and its line end.
    void add(HeaderField field) {
        addOctets(field.octets(), field.bodyOffset());
        out.add('\r');
        out.add('\n');
    }

    /// The signature's own field: without the value of `b` and without a line end (RFC 6376 §3.7).
    void addUnsigned(SignatureTags tags) {
        var field = tags.field();
        var octets = field.octets();
        int offset = field.bodyOffset();
        tags.tag("b")
                .ifPresentOrElse(
                        b -> addOctets(without(octets, offset + b.from(), offset + b.to()), offset),
                        () -> addOctets(octets, offset));
    }

    private static byte[] without(byte[] octets, int from, int to) {
        var rest = new byte[octets.length - (to - from)];
        System.arraycopy(octets, 0, rest, 0, from);
        System.arraycopy(octets, to, rest, from, octets.length - to);
        return rest;
    }

    /// What was put together so far.
    byte[] octets() {
        return out.toArray();
    }

    private void addOctets(byte[] octets, int bodyOffset) {
        switch (canonicalization) {
            case SIMPLE -> out.accept(octets, 0, octets.length);
            case RELAXED -> relaxed(octets, bodyOffset);
        }
    }

    private void relaxed(byte[] octets, int bodyOffset) {
        for (int i = 0; i < bodyOffset - 1; i++) {
            out.add(lowerCase(octets[i]));
        }
        out.trimEnd(' ', 0);
        out.trimEnd('\t', 0);
        out.add(':');
        body(octets, bodyOffset);
    }

    private void body(byte[] octets, int start) {
        int begin = out.length();
        boolean blank = false;
        for (int i = start; i < octets.length; i++) {
            byte octet = octets[i];
            if (octet == ' ' || octet == '\t') {
                blank = true;
            } else if (octet != '\r' && octet != '\n') {
                if (blank && out.length() > begin) {
                    out.add(' ');
                }
                blank = false;
                out.add(octet);
            }
        }
    }

    private static int lowerCase(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
    }
}
