package posthorn.engine.check;

/// How much a finding matters, mildest first.
public enum Severity {
    /// All is well, or worth knowing.
    INFO,
    /// Hygiene.
    NOTICE,
    /// Could not be decided: the outside was silent.
    UNKNOWN,
    /// Will bite with some receivers, or weakens protection.
    WARNING,
    /// Mail is lost, refused or can be forged.
    CRITICAL
}
