package posthorn.engine.testmail;

import posthorn.engine.dmarc.AuthenticatedDomain;

/// A domain that SPF or DKIM looked at, seen beside the Author Domain.
///
/// @param byTreeWalk as RFC 9989 compares them
/// @param byList as RFC 7489 compares them, by the public suffix list
public record Identifier(AuthenticatedDomain authenticated, Fit byTreeWalk, Fit byList) {

    /// Whether it is proven and belongs to the Author Domain in relaxed mode at least, by the tree
    /// walk.
    public boolean isProven() {
        return authenticated.outcome() == AuthenticatedDomain.Outcome.PASS
                && byTreeWalk.isAligned(false);
    }
}
