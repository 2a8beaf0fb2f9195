package posthorn.engine.message;

/// Whether a session was encrypted (RFC 3207).
public sealed interface TlsFacts {

    /// Nobody saw the session, as with a message from a file.
    record Unseen() implements TlsFacts {}

    /// In the clear.
    record Clear() implements TlsFacts {}

    /// Encrypted, with a version such as `TLSv1.3` and a cipher suite.
    record Encrypted(String version, String cipherSuite) implements TlsFacts {}
}
