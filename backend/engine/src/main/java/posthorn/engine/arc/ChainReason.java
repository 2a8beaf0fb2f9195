package posthorn.engine.arc;

/// Why a chain has its status (RFC 8617 §5.2).
public enum ChainReason {
    /// There is no chain.
    NO_SETS(ChainStatus.NONE),
    /// It holds.
    HOLDS(ChainStatus.PASS),

    /// A set has a number above 50, or there are more than 50 fields of a kind.
    TOO_MANY_SETS(ChainStatus.FAIL),
    /// A field does not say to which set it belongs.
    INSTANCE(ChainStatus.FAIL),
    /// A seal says itself that the chain had failed: `cv=fail`.
    SEALED_AS_FAILED(ChainStatus.FAIL),
    /// A set has two fields of a kind.
    DUPLICATE(ChainStatus.FAIL),
    /// A set is missing between others, or the first.
    GAP(ChainStatus.FAIL),
    /// A set lacks one of its three fields.
    INCOMPLETE(ChainStatus.FAIL),
    /// A seal says another status than its place in the chain demands.
    STATUS(ChainStatus.FAIL),
    /// The newest ARC-Message-Signature does not hold.
    MESSAGE_SIGNATURE(ChainStatus.FAIL),
    /// An ARC-Seal does not hold.
    SEAL(ChainStatus.FAIL),

    /// The DNS did not give a key.
    KEY_SILENT(ChainStatus.UNKNOWN),
    /// The header section is too large: fields may be missing.
    HEADER_TOO_LARGE(ChainStatus.UNKNOWN),
    /// The message could not be read to its end in time.
    MESSAGE_UNREAD(ChainStatus.UNKNOWN);

    private final ChainStatus status;

    ChainReason(ChainStatus status) {
        this.status = status;
    }

    /// The status that follows.
    public ChainStatus status() {
        return status;
    }
}
