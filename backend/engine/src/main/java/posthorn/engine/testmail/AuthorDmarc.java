package posthorn.engine.testmail;

import java.util.List;
import posthorn.engine.dmarc.AuthenticatedDomain;
import posthorn.engine.outside.DnsName;

/// DMARC for one Author Domain: which identity meets it, and what the owner asks for.
///
/// @param treeWalk by RFC 9989
/// @param list by RFC 7489, as many receivers still do
/// @param identifiers SPF's first, then those of the signatures from top to bottom, each name once
public record AuthorDmarc(
        DnsName author, PolicyView treeWalk, PolicyView list, List<Identifier> identifiers) {

    public AuthorDmarc {
        identifiers = List.copyOf(identifiers);
    }

    /// The identifiers that made it pass by the tree walk.
    public List<Identifier> aligned() {
        return identifiers.stream()
                .filter(Identifier::isProven)
                .filter(id -> id.byTreeWalk().isAligned(isStrict(id.authenticated().method())))
                .toList();
    }

    /// How a signing domain compares by the tree walk.
    public Fit fitOf(DnsName domain) {
        return identifiers.stream()
                .filter(id -> id.authenticated().method() == AuthenticatedDomain.Method.DKIM)
                .filter(id -> id.authenticated().domain().equals(domain))
                .map(Identifier::byTreeWalk)
                .findFirst()
                .orElse(Fit.UNKNOWN);
    }

    /// Whether the record asks for strict alignment by this method.
    public boolean isStrict(AuthenticatedDomain.Method method) {
        return switch (method) {
            case SPF -> treeWalk.strictSpf();
            case DKIM -> treeWalk.strictDkim();
        };
    }
}
