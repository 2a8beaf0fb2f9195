package posthorn.app.account;

import java.time.Clock;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import posthorn.app.account.EmailTokenRepository.Holder;
import posthorn.app.account.EmailTokenRepository.Purpose;
import posthorn.app.platform.NotFound;
import posthorn.app.platform.mail.EmailAddress;
import posthorn.app.platform.mail.OutgoingMail;
import posthorn.app.platform.security.RateLimits;
import posthorn.app.platform.security.SecretToken;

/// New passwords: by a link in a mail, or by the old one.
@Service
class PasswordChanges {

    private final AccountRepository accounts;
    private final EmailTokenRepository tokens;
    private final Teams teams;
    private final Passwords passwords;
    private final PasswordTries tries;
    private final RateLimits limits;
    private final AccountMails mails;
    private final OutgoingMail outgoing;
    private final Sessions sessions;
    private final TransactionTemplate transaction;
    private final RandomGenerator random;
    private final Clock clock;

    PasswordChanges(
            AccountRepository accounts,
            EmailTokenRepository tokens,
            Teams teams,
            Passwords passwords,
            PasswordTries tries,
            RateLimits limits,
            AccountMails mails,
            OutgoingMail outgoing,
            Sessions sessions,
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
        this.sessions = sessions;
        this.transaction = transaction;
        this.random = random;
        this.clock = clock;
    }

    /// Sends a link to the address if it has an account. The mail is written either way, so that no
    /// clock tells the difference.
    void forgotten(EmailAddress email, Locale locale, String client) {
        limits.take(Limits.MAIL_CLIENT, client);
        limits.take(Limits.RESET_MAIL, email.text());
        transaction.executeWithoutResult(_ -> {
            var token = SecretToken.draw(random);
            var account = accounts.findByEmail(email.text());
            var language = account.map(AccountEntity::locale).orElse(locale);
            var mail = mails.reset(email, language, token);
            account.ifPresent(known -> {
                tokens.replace(new Holder(known.id(), ""), Purpose.RESET, token);
                outgoing.send(mail);
            });
        });
    }

    /// Whether the link still works.
    boolean isLive(SecretToken token) {
        return tokens.find(Purpose.RESET, token).isPresent();
    }

    /// Sets a new password by link, ends all sessions, and opens an account that was throttled.
    /// Whoever has the link reads the address, so this confirms it as well.
    PasswordChange reset(SecretToken token, String password) {
        var account =
                tokens.find(Purpose.RESET, token)
                        .flatMap(holder -> accounts.findById(holder.accountId()));
        if (account.isEmpty()) {
            return new PasswordChange.Stale();
        }
        var email = new EmailAddress(account.get().email());
        var fault = passwords.fault(password, email);
        if (fault.isPresent()) {
            return new PasswordChange.Unfit(fault.get());
        }
        var hash = passwords.hash(password);
        var isUsed = transaction.execute(_ -> use(token, hash));
        if (!isUsed) {
            return new PasswordChange.Stale();
        }
        sessions.endAll(account.get().id());
        tries.forget(email.text());
        return new PasswordChange.Done();
    }

    /// Sets a new password for somebody who knows the old one.
    PasswordChange change(long accountId, String old, String password, String client) {
        var account = accounts.findById(accountId);
        var email = new EmailAddress(account.orElseThrow(NotFound::new).email());
        if (!tries.isRight(old, email.text(), account, client)) {
            return new PasswordChange.WrongOld();
        }
        var fault = passwords.fault(password, email);
        if (fault.isPresent()) {
            return new PasswordChange.Unfit(fault.get());
        }
        var hash = passwords.hash(password);
        transaction.executeWithoutResult(_ -> set(accountId, hash));
        return new PasswordChange.Done();
    }

    private boolean use(SecretToken token, String hash) {
        var holder = tokens.use(Purpose.RESET, token);
        holder.ifPresent(it -> set(it.accountId(), hash));
        return holder.isPresent();
    }

    private void set(long accountId, String hash) {
        var account = accounts.lock(accountId).orElseThrow();
        var email = new EmailAddress(account.email());
        account.setPasswordHash(hash);
        if (!account.isConfirmed()) {
            account.confirm(clock.instant());
            teams.found(accountId, email.local());
        }
        tokens.drop(accountId, Purpose.CONFIRM);
        tokens.drop(accountId, Purpose.RESET);
        outgoing.send(mails.passwordChanged(email, account.locale()));
    }
}
