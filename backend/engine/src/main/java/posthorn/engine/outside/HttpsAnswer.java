package posthorn.engine.outside;

/// How a web server answered.
public sealed interface HttpsAnswer {

    /// There is no answer.
    ///
    /// @param detail in the words of whoever failed; not for people
    record Failed(Why why, String detail) implements HttpsAnswer {}

    /// There is one.
    ///
    /// @param type the media type as sent, empty if none was
    /// @param location where a redirect points, empty if it is none
    /// @param body empty unless the status begins with 2; each octet as the Latin-1 character of
    ///   the same number
    record Answered(int status, String type, String location, String body, TlsSession session)
            implements HttpsAnswer {}

    /// Why there is none.
    enum Why {
        /// The name has no address.
        NO_ADDRESS,
        /// The DNS did not say.
        DNS_SILENT,
        /// The address, its scheme or its port is none we connect to.
        FORBIDDEN,
        /// The port is closed.
        REFUSED,
        /// Nobody answered in time, or there is no way there from here.
        TIMEOUT,
        /// The handshake failed.
        TLS,
        /// The certificate does not hold for this host; the detail is `name`, `expired` or
        /// `untrusted`.
        CERTIFICATE,
        /// There is more than we take.
        TOO_LARGE,
        /// What came is no answer.
        MALFORMED
    }
}
