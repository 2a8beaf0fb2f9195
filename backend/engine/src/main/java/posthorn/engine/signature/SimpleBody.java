package posthorn.engine.signature;

import posthorn.engine.message.OctetSink;

/// The body as it stands, with exactly one line end at its end (RFC 6376 §3.4.3).
final class SimpleBody extends CanonicalBody {

    private static final byte[] CR = {'\r'};

    /// A CR waits for its LF.
    private boolean cr;

    SimpleBody(OctetSink out) {
        super(out);
    }

    @Override
    public void accept(byte[] octets, int from, int to) {
        int end = to;
        while (end > from && (octets[end - 1] == '\r' || octets[end - 1] == '\n')) {
            end--;
        }
        if (end > from) {
            lead(octets, from);
            write(octets, from, end);
        }
        for (int i = end; i < to; i++) {
            lineEnd(octets, i);
        }
    }

    /// What waited turns out to have text behind it.
    private void lead(byte[] octets, int from) {
        if (cr && octets[from] == '\n') {
            // The two octets stay together: the LF is written with the text.
            writeLineEnds();
            write(CR, 0, 1);
        } else {
            text();
        }
        cr = false;
    }

    private void text() {
        writeLineEnds();
        if (cr) {
            write(CR, 0, 1);
        }
        cr = false;
    }

    private void lineEnd(byte[] octets, int at) {
        if (octets[at] == '\n' && cr) {
            cr = false;
            addLineEnd();
        } else if (octets[at] == '\r') {
            if (cr) {
                text();
            }
            cr = true;
        } else {
            text();
            write(octets, at, at + 1);
        }
    }

    @Override
    void finish() {
        if (cr) {
            text();
        }
        end(true);
    }
}
