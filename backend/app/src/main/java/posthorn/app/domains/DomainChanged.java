package posthorn.app.domains;

/// A person changed something about a domain; heard in the same transaction.
public record DomainChanged(long domainId, What what) {

    /// What was changed.
    public enum What {
        /// What is known of it: use, selectors or addresses.
        DETAILS,
        PAUSED,
        RESUMED
    }
}
