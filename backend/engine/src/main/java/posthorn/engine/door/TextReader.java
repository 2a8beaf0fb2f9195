package posthorn.engine.door;

import java.io.IOException;
import java.time.Duration;

/// Reads the text behind DATA. Only CR LF . CR LF ends it (RFC 5321 §4.1.1.4); a dot in front of
/// any other line is taken away (§4.5.2), and all else goes through as it came.
final class TextReader {

    /// Where in a line the next octet stands.
    private enum At {
        /// At its start.
        START,
        /// Inside.
        INSIDE,
        /// Behind a CR.
        CR,
        /// Behind a dot at its start.
        DOT,
        /// Behind a dot and a CR.
        DOT_CR
    }

    private static final byte[] CR = {'\r'};

    private final Postbox.Parcel parcel;
    private final Limits limits;
    private final long began = System.nanoTime();
    private At state = At.START;
    private boolean done;
    private boolean tooBig;
    private long octets;
    private long count;
    private long line;
    private long longest;
    private long bareLf;
    private long firstBareLf = -1;
    private long bareCr;
    private long firstBareCr = -1;
    private boolean eightBit;
    private boolean nul;

    TextReader(Postbox.Parcel parcel, Limits limits) {
        this.parcel = parcel;
        this.limits = limits;
    }

    /// Whether nothing more is wanted: it has ended, or it is too big.
    boolean isDone() {
        return done;
    }

    boolean isTooBig() {
        return tooBig;
    }

    /// How much time it still has: no longer than the longest message may take, and no more than so
    /// many octets deserve.
    Duration time() {
        var deserved = limits.grace().plusMillis(1000 * octets / limits.rate());
        var whole = deserved.compareTo(limits.text()) < 0 ? deserved : limits.text();
        return whole.minusNanos(System.nanoTime() - began);
    }

    /// Takes octets until it has enough; gives where it stopped.
    int take(byte[] buffer, int from, int to) throws IOException {
        int kept = from;
        int at = from;
        while (at < to && !done) {
            int octet = buffer[at];
            if (isKeptBack(octet)) {
                pass(buffer, kept, at);
                kept = at + 1;
            }
            at++;
        }
        if (!done) {
            pass(buffer, kept, at);
        }
        return at;
    }

    /// Whether this octet is kept back: a dot that is none of the message, or what may be the end.
    private boolean isKeptBack(int octet) throws IOException {
        switch (state) {
            case START -> {
                if (octet == '.') {
                    state = At.DOT;
                    return true;
                }
                inside(octet);
            }
            case DOT -> {
                if (octet == '\r') {
                    state = At.DOT_CR;
                    return true;
                }
                inside(octet);
            }
            case DOT_CR -> {
                if (octet == '\n') {
                    done = true;
                    return true;
                }
                owe();
                state = At.CR;
                inside(octet);
            }
            case CR, INSIDE -> inside(octet);
        }
        return false;
    }

    /// The CR that was kept back belongs to the message after all.
    private void owe() throws IOException {
        pass(CR, 0, 1);
        count++;
    }

    private void inside(int octet) {
        boolean behindCr = state == At.CR;
        if (octet == '\n') {
            if (!behindCr) {
                bareLf++;
                firstBareLf = firstBareLf < 0 ? count : firstBareLf;
            }
            longest = Math.max(longest, line);
            line = 0;
            state = behindCr ? At.START : At.INSIDE;
            count++;
            return;
        }
        if (behindCr) {
            bareCr++;
            firstBareCr = firstBareCr < 0 ? count - 1 : firstBareCr;
        }
        state = octet == '\r' ? At.CR : At.INSIDE;
        line += octet == '\r' ? 0 : 1;
        eightBit |= octet < 0;
        nul |= octet == 0;
        count++;
    }

    private void pass(byte[] buffer, int from, int to) throws IOException {
        octets += to - from;
        if (octets > limits.message()) {
            tooBig = true;
            done = true;
        } else if (to > from) {
            parcel.write(buffer, from, to);
        }
    }

    TextFacts facts() {
        return new TextFacts(
                octets,
                bareLf,
                firstBareLf,
                bareCr,
                firstBareCr,
                Math.max(longest, line),
                eightBit,
                nul);
    }
}
