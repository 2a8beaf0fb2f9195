package posthorn.app.account;

/// What became of a try to sign in.
sealed interface SignIn {

    /// The password is right and the address is confirmed.
    record Done(long accountId) implements SignIn {}

    /// No such account, or not this password: nobody is told which.
    record Refused() implements SignIn {}

    /// The password is right, but the address is not confirmed yet.
    record Unconfirmed() implements SignIn {}
}
