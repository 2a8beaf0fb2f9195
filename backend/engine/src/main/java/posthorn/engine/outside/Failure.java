package posthorn.engine.outside;

/// Why a question stayed without an answer. None of these is knowledge about the domain, except
/// `BOGUS`: validating receivers see the same failure (RFC 4035 §4.3).
public enum Failure {
    /// The server said it failed (RCODE 2).
    SERVFAIL,
    /// Nobody answered in time.
    TIMEOUT,
    /// The server would not answer (RCODE 5).
    REFUSED,
    /// Failure with validation, data without it: the signatures are wrong.
    BOGUS,
    /// The answer could not be read, does not belong to the question, or never ends.
    MALFORMED,
    /// We did not ask: whoever is to be asked has been asked often enough for now.
    NOT_NOW
}
