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
        SPF,
        NS
    }
}
