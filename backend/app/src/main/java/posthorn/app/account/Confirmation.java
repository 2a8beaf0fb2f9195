package posthorn.app.account;

/// What became of a try to confirm an address.
sealed interface Confirmation {

    /// The account exists now; the domain is the one its owner wants to watch, or empty.
    record Done(long accountId, String domain) implements Confirmation {}

    /// The link works, but this is not the password chosen at sign-up.
    record WrongPassword() implements Confirmation {}

    /// The link is too old, used up, or not the newest.
    record Stale() implements Confirmation {}
}
