package posthorn.app.monitoring;

/// Why a domain is checked.
public enum Cause {
    SCHEDULED,
    /// A person wanted it.
    REQUESTED,
    /// The run before saw something new.
    CONFIRMING
}
