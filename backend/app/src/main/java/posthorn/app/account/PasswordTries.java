package posthorn.app.account;

import java.util.Optional;
import org.springframework.stereotype.Component;
import posthorn.app.platform.security.RateLimits;

/// Compares passwords, and counts the wrong ones by account and by client.
///
/// A try is counted before it is made, so that many at once cannot slip through, and taken back
/// when it was right. Names without an account are counted alike.
@Component
class PasswordTries {

    private final RateLimits limits;
    private final Passwords passwords;

    PasswordTries(RateLimits limits, Passwords passwords) {
        this.limits = limits;
        this.passwords = passwords;
    }

    /// Whether the password is right. Must be called outside of a transaction.
    boolean isRight(String password, String email, Optional<AccountEntity> account, String client) {
        limits.take(Limits.SIGN_IN_CLIENT, client);
        limits.take(Limits.SIGN_IN_ACCOUNT, email);
        if (!passwords.matches(password, account)) {
            return false;
        }
        limits.giveBack(Limits.SIGN_IN_CLIENT, client);
        limits.forget(Limits.SIGN_IN_ACCOUNT, email);
        return true;
    }

    /// A new password has been set by link: whoever guessed before does not matter any more.
    void forget(String email) {
        limits.forget(Limits.SIGN_IN_ACCOUNT, email);
    }
}
