package posthorn.engine.testmail;

/// How an authenticated domain compares with the Author Domain (RFC 9989 §4.4).
public enum Fit {
    /// The same name: aligned in strict mode too.
    EXACT,
    /// The same Organizational Domain: aligned in relaxed mode.
    RELAXED,
    /// Neither.
    NONE,
    /// An answer is missing that would decide.
    UNKNOWN;

    /// Whether this is aligned where strict alignment is asked for or not.
    public boolean isAligned(boolean strict) {
        return this == EXACT || (this == RELAXED && !strict);
    }
}
