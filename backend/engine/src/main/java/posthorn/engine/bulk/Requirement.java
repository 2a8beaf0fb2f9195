package posthorn.engine.bulk;

/// Something a large receiver asks of those who write to its users.
enum Requirement {
    /// SPF or DKIM.
    AUTH_ANY,
    /// SPF and DKIM.
    AUTH_BOTH,
    /// A DMARC policy, be it `none`.
    DMARC,
    /// DKIM, whatever SPF says.
    DKIM,
    /// RSA keys of at least 1024 bits.
    DKIM_KEY,
    /// The sending address has a name that leads back to it.
    RDNS,
    /// The author's domain is the one that SPF or DKIM proves.
    ALIGNMENT,
    /// The sending host introduces itself by the name of its address.
    HELO,
    /// Encryption on the way.
    TLS,
    /// Messages as RFC 5322 has them.
    FORMAT,
    /// Marketing mail can be unsubscribed with one click (RFC 8058).
    UNSUBSCRIBE,
    /// Few recipients call the mail spam.
    SPAM_RATE,
    /// A web page below the host's name says who runs it.
    OPERATOR_PAGE,
    /// The sending address has been in use.
    KNOWN_ADDRESS
}
