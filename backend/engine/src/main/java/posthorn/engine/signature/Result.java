package posthorn.engine.signature;

import java.util.Locale;

/// The results of RFC 8601 §2.7.1 for DKIM.
public enum Result {
    /// The message is not signed.
    NONE,
    /// It is, and the signature holds.
    PASS,
    /// The signature does not fit the message.
    FAIL,
    /// We did not verify it for reasons of our own.
    POLICY,
    /// An answer was missing; later it may be there.
    TEMPERROR,
    /// The signature or its key cannot be used.
    PERMERROR;

    /// The word of the standard.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
