package posthorn.engine.signature;

/// Why a signature got its result.
public enum Reason {
    /// It holds.
    HOLDS(Result.PASS),

    /// It is no list of tags, or names a tag twice (RFC 6376 §3.2).
    SYNTAX(Result.PERMERROR),
    /// A tag that must be there is not.
    TAG_MISSING(Result.PERMERROR),
    /// A tag has a value that it cannot have.
    TAG_VALUE(Result.PERMERROR),
    /// `v` is not 1.
    VERSION(Result.PERMERROR),
    /// `a` names an algorithm that we do not know.
    ALGORITHM(Result.PERMERROR),
    /// `a=rsa-sha1`: counts as failed (RFC 8301 §3.1).
    SHA1(Result.PERMERROR),
    /// `h` does not hold From (RFC 6376 §5.4).
    FROM_NOT_SIGNED(Result.PERMERROR),
    /// `i` is neither in the domain of `d` nor below it.
    IDENTITY(Result.PERMERROR),
    /// `q` names no way we know to get the key.
    QUERY_METHOD(Result.PERMERROR),
    /// `x` is not later than `t`.
    TIMES(Result.PERMERROR),
    /// `x` has passed.
    EXPIRED(Result.PERMERROR),
    /// `l` is more than the body has (RFC 6376 §3.5).
    BODY_TOO_SHORT(Result.PERMERROR),

    /// There is no key record.
    KEY_MISSING(Result.PERMERROR),
    /// The DNS did not say.
    KEY_SILENT(Result.TEMPERROR),
    /// The key is withdrawn.
    KEY_REVOKED(Result.PERMERROR),
    /// The key record or the key in it cannot be read.
    KEY_UNREADABLE(Result.PERMERROR),
    /// The key is for another algorithm.
    KEY_TYPE(Result.PERMERROR),
    /// The key does not allow this hash.
    KEY_HASH(Result.PERMERROR),
    /// The key is not for mail.
    KEY_SERVICE(Result.PERMERROR),
    /// The key asks that `i` be in the domain of `d` itself (flag `s`).
    KEY_IDENTITY(Result.PERMERROR),
    /// An RSA key below 1024 bits (RFC 8301 §3.2).
    KEY_SHORT(Result.PERMERROR),
    /// An RSA key so long that verifying it would cost too much.
    KEY_LONG(Result.PERMERROR),

    /// The body is not the one that was signed.
    BODY_HASH(Result.FAIL),
    /// The signature does not fit the header fields, or not the key.
    SIGNATURE(Result.FAIL),
    /// There are more From fields than were signed: one was added (RFC 6376 §8.15).
    FROM_ADDED(Result.FAIL),

    /// There are too many signatures; this one was not verified.
    TOO_MANY(Result.POLICY),
    /// It was not verified: what it belongs to had failed before.
    NOT_TRIED(Result.POLICY),
    /// The header section is too large.
    HEADER_TOO_LARGE(Result.POLICY),
    /// The message could not be read to its end in time.
    MESSAGE_UNREAD(Result.TEMPERROR);

    private final Result result;

    Reason(Result result) {
        this.result = result;
    }

    /// The result that follows.
    public Result result() {
        return result;
    }
}
