package posthorn.engine.mtasts;

/// What senders do when a host is not as the policy says (RFC 8461 §5).
public enum PolicyMode {
    /// They do not deliver there.
    ENFORCE,
    /// They deliver, and report.
    TESTING,
    /// They act as if there were no policy.
    NONE
}
