package posthorn.cli;

import java.io.IOException;
import java.io.InputStream;

/// How the lines of a stored message end. Over the wire each ends with CR LF (RFC 5322 §2.1); many
/// programs store LF alone, and then no signature holds.
enum LineEnds {
    NONE,
    CRLF,
    LF,
    MIXED;

    private static final int PIECE = 64 * 1024;

    /// Looks at all octets.
    static LineEnds of(InputStream stream) throws IOException {
        var piece = new byte[PIECE];
        boolean full = false;
        boolean bare = false;
        byte before = 0;
        for (int n = stream.read(piece); n >= 0; n = stream.read(piece)) {
            for (int i = 0; i < n; i++) {
                if (piece[i] == '\n') {
                    full |= before == '\r';
                    bare |= before != '\r';
                }
                before = piece[i];
            }
        }
        if (full && bare) {
            return MIXED;
        }
        return full ? CRLF : bare ? LF : NONE;
    }
}
