package posthorn.engine.spf;

/// What evaluating a record for one mail gives (RFC 7208 §2.6).
public enum Result {
    PASS,
    FAIL,
    SOFTFAIL,
    NEUTRAL,
    NONE,
    TEMPERROR,
    PERMERROR
}
