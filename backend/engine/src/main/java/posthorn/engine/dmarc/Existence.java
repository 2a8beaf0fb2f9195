package posthorn.engine.dmarc;

import posthorn.engine.outside.Answer;

/// Whether a name exists in the DNS. Only NXDOMAIN says that it does not (RFC 9989 §3.2, RFC 8020);
/// a name without addresses and mail hosts exists all the same, and so does an alias that leads
/// nowhere.
enum Existence {
    EXISTS,
    MISSING,
    /// The DNS did not say.
    UNKNOWN;

    /// What an answer about the name, of any type, tells.
    static Existence of(Answer<?> answer) {
        if (!answer.aliases().isEmpty()) {
            return EXISTS;
        }
        return switch (answer) {
            case Answer.Data<?> _, Answer.NoData<?> _ -> EXISTS;
            case Answer.NxDomain<?> _ -> MISSING;
            case Answer.Failed<?> _ -> UNKNOWN;
        };
    }
}
