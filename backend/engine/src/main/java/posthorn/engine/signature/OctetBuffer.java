package posthorn.engine.signature;

import java.util.Arrays;
import posthorn.engine.message.OctetSink;

/// Octets in a row that grows.
final class OctetBuffer implements OctetSink {

    private byte[] octets;
    private int length;

    OctetBuffer(int expected) {
        this.octets = new byte[expected];
    }

    @Override
    public void accept(byte[] more, int from, int to) {
        room(to - from);
        System.arraycopy(more, from, octets, length, to - from);
        length += to - from;
    }

    int length() {
        return length;
    }

    byte[] toArray() {
        return Arrays.copyOf(octets, length);
    }

    private void room(int more) {
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
        }
    }
}
