package posthorn.engine.outside;

import java.util.List;

/// An encrypted connection, as the handshake left it.
///
/// @param version such as `TLSv1.3`
/// @param cipherSuite its IANA name
/// @param certificates the chain as the server sent it, each in DER as base64, its own first
/// @param trust whether the chain leads to a root that browsers trust, at the time of the
///   connection and leaving names and dates aside
public record TlsSession(
        String version, String cipherSuite, List<String> certificates, Trust trust) {

    public TlsSession {
        certificates = List.copyOf(certificates);
    }

    /// Where a chain of certificates leads.
    public enum Trust {
        /// To a root that browsers trust.
        TRUSTED,
        /// The certificate is its own issuer.
        SELF_SIGNED,
        /// A certificate between it and its root is missing, or the root is not known.
        NO_PATH,
        /// Something else is wrong, such as a signature or what the certificate may be used for.
        BROKEN
    }
}
