package posthorn.engine.dnsbl;

/// How much receivers make of a list.
public enum Tier {
    /// Many large receivers refuse what it lists.
    A,
    /// Some refuse, some count it against the mail.
    B,
    /// Counts a little.
    C,
    /// Lists neighbours by design or takes money for removal; shown and ignored.
    D
}
