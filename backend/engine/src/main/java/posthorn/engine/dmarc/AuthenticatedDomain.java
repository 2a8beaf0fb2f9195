package posthorn.engine.dmarc;

import posthorn.engine.outside.DnsName;

/// A domain that SPF or DKIM looked at, and how that ended (RFC 9989 §4.2).
public record AuthenticatedDomain(Method method, DnsName domain, Outcome outcome) {

    /// By which method.
    public enum Method {
        SPF,
        DKIM
    }

    /// How it ended.
    public enum Outcome {
        PASS,
        FAIL,
        /// An answer was missing.
        TEMPERROR
    }
}
