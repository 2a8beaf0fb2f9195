package posthorn.engine.provider;

/// Why a provider was recognised.
///
/// @param at where it shows
/// @param value what was seen there: a host name, an SPF term
/// @param sure whether the fingerprint is confirmed
public record Sign(At at, String value, boolean sure) {

    /// The places where a provider shows.
    public enum At {
        MX,
        NS,
        SPF,
        /// A key record, or the name that an alias at a selector leads to.
        DKIM,
        /// The alias by which mail programs find their settings.
        AUTODISCOVER,
        /// A text by which a customer proves to own a domain; it stays behind when he leaves.
        TXT
    }
}
