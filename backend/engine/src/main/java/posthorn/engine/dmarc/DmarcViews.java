package posthorn.engine.dmarc;

/// One mail as receivers of RFC 9989 see it and as those see it that still follow RFC 7489.
///
/// @param current by RFC 9989
/// @param former by RFC 7489, its policy before `pct` leaves mails out
/// @param view where the former found its policy
public record DmarcViews(DmarcResult current, DmarcResult former, Rfc7489View view) {

    /// Whether the two may treat the mail differently.
    public boolean differ() {
        return current.result() != former.result()
                || (current.result() == DmarcResult.Result.FAIL
                        && current.policy() != former.policy());
    }
}
