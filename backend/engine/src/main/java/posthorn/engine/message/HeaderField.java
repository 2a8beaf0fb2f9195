package posthorn.engine.message;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// One header field (RFC 5322 §2.2) as it stands in the message: its octets with all folds, without
/// the line end behind it.
public final class HeaderField {

    private final byte[] octets;
    private final int start;
    private final int colon;
    private final int end;
    private final String name;

    /// The field from `start` to before `end`; `colon` is where its name ends, or `start` when it
    /// has none and is no field at all.
    HeaderField(byte[] octets, int start, int colon, int end) {
        this.octets = octets;
        this.start = start;
        this.colon = colon;
        this.end = end;
        this.name = latin1(start, nameEnd()).toLowerCase(Locale.ROOT);
    }

    /// A field of this text, such as `Subject: Hello`.
    ///
    /// @throws IllegalArgumentException if it has no colon
    public static HeaderField of(String text) {
        var octets = text.getBytes(StandardCharsets.ISO_8859_1);
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no field: " + text);
        }
        return new HeaderField(octets, 0, colon, octets.length);
    }

    /// The name in lower case; empty for a line that is no field.
    public String name() {
        return name;
    }

    /// Whether the name is this one, given in lower case.
    public boolean is(String lowerCaseName) {
        return name.equals(lowerCaseName);
    }

    /// The octets behind the colon, each as the Latin-1 character of the same number, folds kept.
    public String rawBody() {
        return latin1(bodyStart(), end);
    }

    /// The text behind the colon: unfolded (RFC 5322 §2.2.3), without the blanks around it. UTF-8
    /// if it is (RFC 6532 §3.1), else Latin-1.
    public String text() {
        var unfolded = new byte[end - bodyStart()];
        int length = 0;
        for (int i = bodyStart(); i < end; i++) {
            if (octets[i] != '\r' && octets[i] != '\n') {
                unfolded[length++] = octets[i];
            }
        }
        return decoded(unfolded, length).strip();
    }

    /// The whole field: name, colon and body with folds.
    public byte[] octets() {
        return Arrays.copyOfRange(octets, start, end);
    }

    /// How many octets the whole field has.
    public int length() {
        return end - start;
    }

    /// How many octets stand before those behind the colon.
    public int bodyOffset() {
        return bodyStart() - start;
    }

    /// Gives the whole field to `sink`.
    public void writeTo(OctetSink sink) {
        sink.accept(octets, start, end);
    }

    private int bodyStart() {
        return isField() ? colon + 1 : start;
    }

    private boolean isField() {
        return colon > start;
    }

    private int nameEnd() {
        int at = colon;
        while (at > start && (octets[at - 1] == ' ' || octets[at - 1] == '\t')) {
            at--;
        }
        return at;
    }

    private String latin1(int from, int to) {
        return new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] octets, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(octets, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(octets, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    /// The field as it stands, for logs of tests.
    @Override
    public String toString() {
        return latin1(start, end);
    }
}
