package posthorn.app.account;

import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import posthorn.app.account.EmailTokenRepository.Holder;
import posthorn.app.account.EmailTokenRepository.Purpose;
import posthorn.app.platform.mail.EmailAddress;
import posthorn.app.platform.mail.OutgoingMail;
import posthorn.app.platform.security.RateLimits;
import posthorn.app.platform.security.SecretToken;

/// Signing up: an account begins to exist when its owner follows the link in a mail and repeats the
/// password.
///
/// The password is asked for again because somebody else could have signed up with this address:
/// their link, followed by its owner, would open the account to them.
@Service
class SignUps {

    private final AccountRepository accounts;
    private final EmailTokenRepository tokens;
    private final Teams teams;
    private final Passwords passwords;
    private final PasswordTries tries;
    private final RateLimits limits;
    private final AccountMails mails;
    private final OutgoingMail outgoing;
    private final TransactionTemplate transaction;
    private final RandomGenerator random;
    private final Clock clock;

    SignUps(
            AccountRepository accounts,
            EmailTokenRepository tokens,
            Teams teams,
            Passwords passwords,
            PasswordTries tries,
            RateLimits limits,
            AccountMails mails,
            OutgoingMail outgoing,
            TransactionTemplate transaction,
            RandomGenerator random,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.teams = teams;
        this.passwords = passwords;
        this.tries = tries;
        this.limits = limits;
        this.mails = mails;
        this.outgoing = outgoing;
        this.transaction = transaction;
        this.random = random;
        this.clock = clock;
    }

    /// Sends a mail to the address: with a link for somebody new, with a friendly word for somebody
    /// who has an account. The caller learns nothing about which, nor does a clock.
    void signUp(NewAccount typed, String domain, String client) {
        take(typed.email(), client);
        var hash = passwords.hash(typed.password());
        transaction.executeWithoutResult(_ -> write(typed, hash, domain));
    }

    /// Sends the link once more to somebody who has not confirmed yet.
    void sendAgain(EmailAddress email, String client) {
        take(email, client);
        transaction.executeWithoutResult(_ ->
                accounts.findByEmail(email.text())
                        .filter(account -> !account.isConfirmed())
                        .ifPresent(account -> sendLink(account, "")));
    }

    /// Whether the link still works.
    boolean isLive(SecretToken token) {
        return tokens.find(Purpose.CONFIRM, token).isPresent();
    }

    /// Confirms the address; of two who try at once, one succeeds.
    Confirmation confirm(SecretToken token, String password, String client) {
        var account =
                tokens.find(Purpose.CONFIRM, token)
                        .flatMap(holder -> accounts.findById(holder.accountId()));
        if (account.isEmpty()) {
            return new Confirmation.Stale();
        }
        if (!tries.isRight(password, account.get().email(), account, client)) {
            return new Confirmation.WrongPassword();
        }
        return confirm(token).orElseGet(Confirmation.Stale::new);
    }

    private Optional<Confirmation> confirm(SecretToken token) {
        return transaction.execute(_ ->
                tokens.use(Purpose.CONFIRM, token)
                        .map(holder -> {
                            confirm(holder.accountId());
                            return new Confirmation.Done(holder.accountId(), holder.domain());
                        }));
    }

    private void confirm(long accountId) {
        var account = accounts.lock(accountId).orElseThrow();
        account.confirm(clock.instant());
        teams.found(accountId, new EmailAddress(account.email()).local());
    }

    private void take(EmailAddress email, String client) {
        limits.take(Limits.MAIL_CLIENT, client);
        limits.take(Limits.SIGN_UP_MAIL, email.text());
    }

    private void write(NewAccount typed, String hash, String domain) {
        accounts.addUnconfirmed(
                typed.email().text(),
                hash,
                typed.locale().getLanguage(),
                typed.zone().getId(),
                clock.instant());
        var account = accounts.findByEmail(typed.email().text()).orElseThrow();
        if (account.isConfirmed()) {
            outgoing.send(mails.known(typed.email(), account.locale()));
        } else {
            sendLink(account, domain);
        }
    }

    private void sendLink(AccountEntity account, String domain) {
        var token = SecretToken.draw(random);
        tokens.replace(new Holder(account.id(), domain), Purpose.CONFIRM, token);
        outgoing.send(mails.confirm(new EmailAddress(account.email()), account.locale(), token));
    }
}
