package posthorn.engine.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Reads a message once, from its first octet to its last: the header section into memory, the body
/// in pieces.
public final class MessageReader implements AutoCloseable {

    private static final int PIECE = 64 * 1024;
    private static final int FIRST = 8 * 1024;

    private final InputStream stream;
    private final HeaderSection header;
    private byte[] buffer;
    private int filled;
    private int bodyStart;

    private MessageReader(InputStream stream, byte[] first, int filled) throws IOException {
        this.stream = stream;
        this.buffer = first;
        this.filled = filled;
        int end = findEndOfHeader();
        boolean isCut = bodyStart > HeaderSection.MAX_OCTETS;
        this.header = HeaderSection.read(buffer, isCut ? lastLineWithinLimit() : end, isCut);
    }

    /// Starts to read; the header section is there when this returns.
    ///
    /// @throws IOException when the octets cannot be read
    public static MessageReader open(RawMessage message) throws IOException {
        if (message instanceof RawMessage.InMemory inMemory) {
            var octets = inMemory.octets();
            return new MessageReader(InputStream.nullInputStream(), octets, octets.length);
        }
        var stream = message.open();
        try {
            return new MessageReader(stream, new byte[FIRST], 0);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /// The header section.
    public HeaderSection header() {
        return header;
    }

    /// Gives the body, that is all behind the first empty line, to `sink` in pieces. Once.
    ///
    /// @throws IOException when the octets cannot be read
    public void body(OctetSink sink) throws IOException {
        sink.accept(buffer, bodyStart, filled);
        // Most messages end here: the large array is for the others.
        int next = stream.read();
        if (next >= 0) {
            sink.accept(new byte[] {(byte) next}, 0, 1);
            pieces(sink);
        }
    }

    private void pieces(OctetSink sink) throws IOException {
        var piece = new byte[PIECE];
        for (int n = stream.read(piece); n >= 0; n = stream.read(piece)) {
            sink.accept(piece, 0, n);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /// Fills the buffer until an empty line or the end; where the header section ends.
    private int findEndOfHeader() throws IOException {
        int from = 0;
        while (true) {
            int line = emptyLine(from);
            if (line >= 0) {
                return line;
            }
            from = Math.max(0, filled - 3);
            if (filled > HeaderSection.MAX_OCTETS || !fill()) {
                bodyStart = filled;
                return filled;
            }
        }
    }

    /// The start of the first empty line at or behind `from`, or -1; the body begins behind it.
    private int emptyLine(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n' && isLineStart(i)) {
                bodyStart = i + 1;
                return i > 0 && buffer[i - 1] == '\r' ? i - 1 : i;
            }
        }
        return -1;
    }

    /// Whether the line end at `at` is all there is of its line.
    private boolean isLineStart(int at) {
        int start = at > 0 && buffer[at - 1] == '\r' ? at - 1 : at;
        return start == 0 || buffer[start - 1] == '\n';
    }

    private int lastLineWithinLimit() {
        int at = HeaderSection.MAX_OCTETS;
        while (at > 0 && buffer[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private boolean fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(FIRST, buffer.length * 2));
        }
        int n = stream.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, n);
        return n >= 0;
    }
}
