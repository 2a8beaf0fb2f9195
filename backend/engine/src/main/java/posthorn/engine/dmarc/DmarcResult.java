package posthorn.engine.dmarc;

import posthorn.engine.outside.DnsName;

/// What DMARC says about one mail.
///
/// @param policy what the domain owner asks for when it fails
/// @param source the name whose record applies; the Author Domain where none does
public record DmarcResult(
        Result result, Policy policy, DnsName source, boolean spfAligned, boolean dkimAligned) {

    /// The results of RFC 8601 §2.7.1 for DMARC.
    public enum Result {
        /// An authenticated domain is aligned.
        PASS,
        /// None is.
        FAIL,
        /// There is no policy.
        NONE,
        /// An answer was missing.
        TEMPERROR
    }
}
