package posthorn.engine.message;

/// Takes octets piece by piece.
@FunctionalInterface
public interface OctetSink {

    /// Takes the octets from `from` to before `to`. The array may be used again afterwards.
    void accept(byte[] octets, int from, int to);
}
