package posthorn.app.account;

import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import posthorn.app.platform.mail.EmailAddress;

/// Signing in with e-mail address and password.
@Service
class SignIns {

    private final AccountRepository accounts;
    private final PasswordTries tries;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    SignIns(
            AccountRepository accounts,
            PasswordTries tries,
            Passwords passwords,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.tries = tries;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /// Tries the password.
    ///
    /// @throws posthorn.app.platform.TooManyRequests after too many wrong ones
    SignIn signIn(String typed, String password, String client) {
        var email = EmailAddress.parse(typed);
        var account = email.flatMap(address -> accounts.findByEmail(address.text()));
        var key = email.map(EmailAddress::text).orElse(typed.strip().toLowerCase(Locale.ROOT));
        if (!tries.isRight(password, key, account, client)) {
            return new SignIn.Refused();
        }
        var known = account.orElseThrow();
        refreshHash(known, password);
        return known.isConfirmed() ? new SignIn.Done(known.id()) : new SignIn.Unconfirmed();
    }

    /// An old kind of hash is replaced as soon as the password is at hand.
    private void refreshHash(AccountEntity account, String password) {
        if (passwords.isOutdated(account)) {
            var hash = passwords.hash(password);
            transaction.executeWithoutResult(
                    _ -> accounts.lock(account.id()).orElseThrow().setPasswordHash(hash));
        }
    }
}
