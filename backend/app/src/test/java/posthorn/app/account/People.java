package posthorn.app.account;

import java.time.ZoneId;
import java.util.Locale;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import posthorn.app.platform.mail.EmailAddress;

/// The people of all tests: Alice owns a team, Bob reads in it, Charlie is a stranger with a team
/// of his own. They come to life with the first question for them in a fresh database.
///
/// ```
/// @PostgresTest
/// @AutoConfigureMockMvc
/// class DomainControllerTest {
///     @Autowired private People people;
///     …
///     mvc.perform(get("/domains").with(People.signedIn(people.bob())))
/// ```
@Component
public class People {

    /// The password of everybody.
    public static final String PASSWORD = "violet anvil 1848 harbour";

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Accounts accounts;
    private final AccountRepository rows;

    People(Accounts accounts, AccountRepository rows) {
        this.accounts = accounts;
        this.rows = rows;
    }

    /// Owns a team; reads English.
    public Member alice() {
        return known("alice@example.org")
                ? find("alice@example.org")
                : accounts.add(person("alice@example.org", Locale.ENGLISH));
    }

    /// Reads in Alice's team; reads German.
    public Member bob() {
        return known("bob@example.org")
                ? find("bob@example.org")
                : accounts.addTo(
                        alice().teamId(), Role.VIEWER, person("bob@example.org", Locale.GERMAN));
    }

    /// Has nothing to do with the others.
    public Member charlie() {
        return known("charlie@example.net")
                ? find("charlie@example.net")
                : accounts.add(person("charlie@example.net", Locale.ENGLISH));
    }

    /// Lets a request come from this person.
    public static RequestPostProcessor signedIn(Member member) {
        return SecurityMockMvcRequestPostProcessors.authentication(
                Sessions.authentication(member.accountId()));
    }

    private boolean known(String email) {
        return rows.findByEmail(email).isPresent();
    }

    private Member find(String email) {
        return rows.findByEmail(email)
                .flatMap(account -> accounts.member(account.id()))
                .orElseThrow();
    }

    private static NewAccount person(String email, Locale locale) {
        return new NewAccount(new EmailAddress(email), PASSWORD, locale, ZONE);
    }
}
