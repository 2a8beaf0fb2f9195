package posthorn.app.domains;

/// A team no longer watches a domain; heard in the transaction that removes it, while its row is
/// still there.
public record DomainRemoved(long domainId) {}
