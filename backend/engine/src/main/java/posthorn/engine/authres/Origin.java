package posthorn.engine.authres;

/// Where a result comes from.
public enum Origin {
    /// Read in a message: anybody may have written it.
    CLAIMED,
    /// Found out by ourselves.
    VERIFIED
}
