package posthorn.app.domains;

/// A team now watches a domain; heard in the transaction that adds it.
public record DomainAdded(long domainId) {}
