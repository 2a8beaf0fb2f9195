package posthorn.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// The octets of another stream, with CR in front of each LF that has none.
final class CrlfStream extends InputStream {

    private static final int PIECE = 32 * 1024;

    private final InputStream stream;
    private final byte[] piece = new byte[PIECE];
    private final byte[] ready = new byte[2 * PIECE];
    private int at;
    private int end;
    private byte before;

    CrlfStream(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, octets.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, end - at);
        System.arraycopy(ready, at, octets, offset, n);
        at += n;
        return n;
    }

    private boolean fill() throws IOException {
        while (at == end) {
            int n = stream.read(piece);
            if (n < 0) {
                return false;
            }
            at = 0;
            end = 0;
            for (int i = 0; i < n; i++) {
                if (piece[i] == '\n' && before != '\r') {
                    ready[end++] = '\r';
                }
                ready[end++] = piece[i];
                before = piece[i];
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
