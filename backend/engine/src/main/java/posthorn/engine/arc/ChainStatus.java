package posthorn.engine.arc;

import java.util.Locale;

/// The Chain Validation Status of a message (RFC 8617 §4.4).
public enum ChainStatus {
    /// Nobody sealed it.
    NONE,
    /// The chain holds.
    PASS,
    /// It does not.
    FAIL,
    /// It could not be validated: later it may be.
    UNKNOWN;

    /// The word of the standard; `unknown` is ours.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
