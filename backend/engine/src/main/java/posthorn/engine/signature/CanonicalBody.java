package posthorn.engine.signature;

import java.nio.charset.StandardCharsets;
import posthorn.engine.message.OctetSink;

/// A body on its way through a canonicalization. Line ends wait until it is known whether anything
/// but line ends follows, because empty lines at the end do not count.
abstract class CanonicalBody implements OctetSink {

    private static final byte[] LINE_ENDS = "\r\n".repeat(512).getBytes(StandardCharsets.US_ASCII);

    private final OctetSink out;
    private long lineEnds;

    CanonicalBody(OctetSink out) {
        this.out = out;
    }

    /// Lets what still waits go, put in order.
    abstract void finish();

    /// Line ends that wait.
    final boolean hasLineEnds() {
        return lineEnds > 0;
    }

    final void addLineEnd() {
        lineEnds++;
    }

    /// Lets the waiting line ends go.
    final void writeLineEnds() {
        for (long octets = lineEnds * 2; octets > 0; octets -= LINE_ENDS.length) {
            out.accept(LINE_ENDS, 0, (int) Math.min(octets, LINE_ENDS.length));
        }
        lineEnds = 0;
    }

    final void write(byte[] octets, int from, int to) {
        if (to > from) {
            out.accept(octets, from, to);
        }
    }

    /// Ends with one line end where `ends` says so.
    final void end(boolean ends) {
        if (ends) {
            out.accept(LINE_ENDS, 0, 2);
        }
    }

    /// A body that goes to `out` evened out.
    static CanonicalBody of(Canonicalization canonicalization, OctetSink out) {
        return switch (canonicalization) {
            case SIMPLE -> new SimpleBody(out);
            case RELAXED -> new RelaxedBody(out);
        };
    }
}
