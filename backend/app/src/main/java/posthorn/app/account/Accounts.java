package posthorn.app.account;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import posthorn.app.platform.NotFound;
import posthorn.app.platform.mail.EmailAddress;

/// The people who use this installation.
@Service
public class Accounts {

    private final AccountRepository accounts;
    private final Teams teams;
    private final Passwords passwords;
    private final Clock clock;

    Accounts(AccountRepository accounts, Teams teams, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.teams = teams;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// The person, if the account is confirmed and in a team.
    @Transactional(readOnly = true)
    public Optional<Member> member(long accountId) {
        return accounts.member(accountId).stream().findFirst();
    }

    /// The person with this address, if the account is confirmed and in a team.
    @Transactional(readOnly = true)
    public Optional<Member> find(EmailAddress email) {
        return accounts.findByEmail(email.text()).flatMap(account -> member(account.id()));
    }

    /// Adds an account that needs no confirmation, with a team of its own: for the demo and for
    /// tests.
    @Transactional
    public Member add(NewAccount typed) {
        var account = confirmed(typed);
        teams.found(account.id(), typed.email().local());
        return member(account.id()).orElseThrow();
    }

    /// Adds an account that needs no confirmation to a team: for the demo and for tests.
    @Transactional
    public Member addTo(long teamId, Role role, NewAccount typed) {
        var account = confirmed(typed);
        teams.join(teamId, account.id(), role);
        return member(account.id()).orElseThrow();
    }

    /// Changes how the service speaks to a person.
    @Transactional
    public void prefer(long accountId, Locale locale, ZoneId zone) {
        accounts.findById(accountId).orElseThrow(NotFound::new).setPreferences(locale, zone);
    }

    private AccountEntity confirmed(NewAccount typed) {
        var now = clock.instant();
        var hash = passwords.hash(typed.password());
        var account =
                new AccountEntity(typed.email().text(), hash, typed.locale(), typed.zone(), now);
        account.confirm(now);
        return accounts.save(account);
    }
}
