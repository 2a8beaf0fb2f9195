package posthorn.engine.outside;

/// How a question travels to a name server (RFC 1035 §4.2).
public enum Transport {
    /// A datagram; a connection too where the answer did not fit into one.
    UDP,
    /// A connection from the start (RFC 7766).
    TCP
}
