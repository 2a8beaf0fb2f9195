package posthorn.engine.mailhost;

/// What keeps a sender who insists on a proven host from delivering there.
public enum TlsFault {
    /// STARTTLS is not offered.
    NO_STARTTLS,
    /// STARTTLS is offered, but no connection comes of it.
    HANDSHAKE,
    /// The certificate is out of date.
    EXPIRED,
    /// The certificate is not in force yet.
    TOO_YOUNG,
    /// The certificate is for other names.
    NAME,
    /// No way leads from the certificate to a root that is trusted.
    UNTRUSTED
}
