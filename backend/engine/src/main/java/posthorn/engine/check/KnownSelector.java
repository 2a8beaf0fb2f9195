package posthorn.engine.check;

/// A DKIM selector (RFC 6376 §3.1) of a domain and how we know it.
public record KnownSelector(String name, Origin origin) {

    /// How a selector became known.
    public enum Origin {
        /// A person typed it.
        DECLARED,
        /// A signature of a received mail named it.
        SEEN_IN_MAIL,
        /// Providers commonly use it.
        GUESSED
    }
}
