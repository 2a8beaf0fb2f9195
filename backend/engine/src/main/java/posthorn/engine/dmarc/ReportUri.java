package posthorn.engine.dmarc;

import posthorn.engine.outside.DnsName;

/// Where reports go: one piece of `rua` or `ruf` (RFC 9989 §4.8).
public sealed interface ReportUri {

    /// The piece as published.
    String text();

    /// Where it begins in the record.
    int at();

    /// A mailbox.
    ///
    /// @param size the size limit of RFC 7489 §6.2 with its exclamation mark, mostly empty
    record Mailto(String text, int at, String address, DnsName domain, String size)
            implements ReportUri {}

    /// A URI of another scheme, which reporters need not know.
    record Other(String text, int at) implements ReportUri {}

    /// No URI.
    record Broken(String text, int at) implements ReportUri {}

    /// Whether a report could be sent there.
    default boolean isUsable() {
        return !(this instanceof Broken);
    }
}
