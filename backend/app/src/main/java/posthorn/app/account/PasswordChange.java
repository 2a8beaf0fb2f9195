package posthorn.app.account;

/// What became of a try to set a new password.
sealed interface PasswordChange {

    /// It is set.
    record Done() implements PasswordChange {}

    /// The new password is not taken.
    record Unfit(Passwords.Fault fault) implements PasswordChange {}

    /// The old password is not right.
    record WrongOld() implements PasswordChange {}

    /// The link is too old, used up, or not the newest.
    record Stale() implements PasswordChange {}
}
