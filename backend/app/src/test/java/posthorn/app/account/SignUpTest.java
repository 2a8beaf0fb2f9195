package posthorn.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static posthorn.app.account.Visitor.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import posthorn.app.platform.MovableClock;
import posthorn.app.platform.PostgresTest;
import posthorn.app.platform.security.SecretToken;

@PostgresTest
@AutoConfigureMockMvc
@Import(MovableClock.Config.class)
class SignUpTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = People.PASSWORD;

    @Autowired private MockMvc mvc;
    @Autowired private MovableClock clock;
    @Autowired private Mailbox mailbox;
    @Autowired private People people;
    @Autowired private SignUps signUps;
    @Autowired private JdbcClient jdbc;

    private Visitor visitor;
    private String email;

    @BeforeEach
    void arrives() {
        visitor = new Visitor(mvc).from("192.0.2." + NUMBER.incrementAndGet());
        email = "new" + NUMBER.get() + "@example.org";
    }

    @Test
    void leadsFromTheStartPageToTheFirstDomain() throws Exception {
        var form = visitor.open("/sign-up?domain=example.org");
        assertThat(text(form)).contains("we look at example.org");

        var sent = signUp("domain", "example.org");
        assertThat(sent).isEqualTo("/sign-up/sent");
        assertThat(text(visitor.open(sent))).contains("on its way to " + email);

        assertThat(text(visitor.open(mailbox.link(email)))).contains("Confirm your address");
        var in = confirm(PASSWORD);
        assertThat(in).isEqualTo("/domains/add?name=example.org");
        assertThat(text(visitor.open("/account"))).contains(email);
    }

    @Test
    void makesWhoeverSignsUpOwnerOfATeam() throws Exception {
        signUp();
        visitor.open(mailbox.link(email));
        confirm(PASSWORD);

        var role =
                jdbc.sql(
                                """
                                select role from team_member
                                join account on account.id = account_id where email = ?
                                """)
                        .param(email)
                        .query(String.class)
                        .single();

        assertThat(role).isEqualTo("OWNER");
    }

    @Test
    void changesNothingWhenTheLinkIsOnlyOpened() throws Exception {
        signUp();

        visitor.open(mailbox.link(email));
        visitor.open(mailbox.link(email));

        assertThat(isConfirmed()).isFalse();
        assertThat(confirm(PASSWORD)).isEqualTo("/domains");
        assertThat(isConfirmed()).isTrue();
    }

    @Test
    void opensTheAccountOnlyToWhoeverKnowsThePassword() throws Exception {
        signUp();
        visitor.open(mailbox.link(email));

        var page = visitor.submit("/confirm", "token", token(), "password", "another password 1");

        assertThat(page.getStatus()).isEqualTo(400);
        assertThat(text(page)).contains("This is not the right password.");
        assertThat(isConfirmed()).isFalse();
        assertThat(confirm(PASSWORD)).isEqualTo("/domains");
    }

    @Test
    void doesNotOpenAnAccountToSomebodyElseWhoSignedUpWithTheAddress() throws Exception {
        signUp();
        var stranger = new Visitor(mvc).from("198.51.100.7");
        stranger.open("/sign-up");
        stranger.submit("/sign-up", "email", email, "password", "chosen by Charlie 77");

        var page = visitor.open(mailbox.link(email));
        assertThat(text(page)).contains("Confirm your address");
        var answer = visitor.submit("/confirm", "token", token(), "password", PASSWORD);

        assertThat(text(answer)).contains("This is not the right password.");
        assertThat(isConfirmed()).isFalse();
    }

    @Test
    void takesALinkForHalfAnHour() throws Exception {
        signUp();
        clock.pass(Duration.ofMinutes(29));
        assertThat(text(visitor.open(mailbox.link(email)))).contains("Confirm your address");

        clock.pass(Duration.ofMinutes(2));

        assertThat(text(visitor.open(mailbox.link(email)))).contains("This link no longer works");
        var answer = visitor.submit("/confirm", "token", token(), "password", PASSWORD);
        assertThat(text(answer)).contains("This link no longer works");
        assertThat(isConfirmed()).isFalse();
    }

    @Test
    void takesALinkOnce() throws Exception {
        signUp();
        var link = mailbox.link(email);
        visitor.open(link);
        confirm(PASSWORD);

        var other = new Visitor(mvc);

        assertThat(text(other.open(link))).contains("This link no longer works");
    }

    @Test
    void takesOnlyTheNewestLink() throws Exception {
        signUp();
        var old = mailbox.link(email);
        visitor.open("/sign-up/sent");
        visitor.submit("/sign-up/again", "email", email);

        assertThat(text(visitor.open(old))).contains("This link no longer works");
        assertThat(text(visitor.open(mailbox.link(email)))).contains("Confirm your address");
    }

    @Test
    void letsOneOfManySucceedWhoUseALinkAtOnce() throws Exception {
        signUp();
        var token = new SecretToken(token());
        Callable<Confirmation> tryIt = () -> signUps.confirm(token, PASSWORD, "192.0.2.250");

        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = pool.invokeAll(List.of(tryIt, tryIt, tryIt, tryIt, tryIt, tryIt));
            var done = 0;
            for (var answer : answers) {
                done += answer.get() instanceof Confirmation.Done ? 1 : 0;
            }
            assertThat(done).isOne();
        }
    }

    @Test
    void keepsOnlyHashesOfLinks() throws Exception {
        signUp();

        var stored = jdbc.sql("select token_hash from email_token").query(String.class).list();

        assertThat(stored).doesNotContain(token()).contains(new SecretToken(token()).hash());
        assertThat(token()).hasSize(43);
    }

    @Test
    void answersAlikeForKnownAndUnknownAddresses() throws Exception {
        var alice = people.alice().email();

        visitor.open("/sign-up");
        var known = visitor.submit("/sign-up", "email", alice, "password", PASSWORD);
        var knownPage = text(visitor.open("/sign-up/sent")).replace(alice, "X");
        visitor.open("/sign-up");
        var unknown = visitor.submit("/sign-up", "email", email, "password", PASSWORD);
        var unknownPage = text(visitor.open("/sign-up/sent")).replace(email, "X");

        assertThat(known.getStatus()).isEqualTo(unknown.getStatus());
        assertThat(known.getRedirectedUrl()).isEqualTo(unknown.getRedirectedUrl());
        assertThat(withoutTokens(knownPage)).isEqualTo(withoutTokens(unknownPage));
        assertThat(mailbox.subjects(alice)).containsExactly("You have a Posthorn account already");
        assertThat(mailbox.newest(alice)).contains("There is one already");
    }

    @Test
    void leavesAnAccountAloneWhenSomebodySignsUpWithItsAddress() throws Exception {
        var charlie = people.charlie().email();
        visitor.open("/sign-up");
        visitor.submit("/sign-up", "email", charlie, "password", "somebody else's words");

        visitor.open("/sign-in");
        var in = visitor.submit("/sign-in", "email", charlie, "password", PASSWORD);

        assertThat(in.getRedirectedUrl()).isEqualTo("/domains");
    }

    @Test
    void sendsThreeMailsAnHourToAnAddress() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(signUp()).isEqualTo("/sign-up/sent");
        }

        visitor.open("/sign-up");
        var fourth = visitor.submit("/sign-up", "email", email, "password", PASSWORD);

        assertThat(fourth.getStatus()).isEqualTo(429);
        assertThat(fourth.getHeader("Retry-After")).isEqualTo("3600");
        assertThat(mailbox.subjects(email)).hasSize(3);
        clock.pass(Duration.ofMinutes(61));
        assertThat(signUp()).isEqualTo("/sign-up/sent");
    }

    @Test
    void saysInTheReadersLanguageWhatIsWrong() throws Exception {
        visitor.plant("lang", "de");
        visitor.open("/sign-up");

        var page = visitor.submit("/sign-up", "email", "not an address", "password", "short");

        assertThat(page.getStatus()).isEqualTo(400);
        assertThat(text(page))
                .contains("Geben Sie eine E-Mail-Adresse wie name@example.org ein.")
                .contains("Das Passwort ist zu kurz")
                .contains("value=\"not an address\"")
                .doesNotContain("value=\"short\"");
    }

    @Test
    void writesInTheLanguageOfThePage() throws Exception {
        visitor.plant("lang", "de");
        signUp();

        assertThat(mailbox.subjects(email))
                .containsExactly("Bitte bestätigen Sie Ihre Adresse für Posthorn");
        assertThat(mailbox.newest(email)).contains("Guten Tag,").contains("Folgen Sie diesem Link");
    }

    @Test
    void sendsTheLinkAgainWithoutTellingWhoHasAnAccount() throws Exception {
        visitor.open("/sign-up");

        var known = visitor.submit("/sign-up/again", "email", people.bob().email());
        var unknown = visitor.submit("/sign-up/again", "email", "nobody@example.org");

        assertThat(known.getRedirectedUrl()).isEqualTo(unknown.getRedirectedUrl());
        assertThat(mailbox.subjects(people.bob().email())).isEmpty();
        assertThat(mailbox.subjects("nobody@example.org")).isEmpty();
    }

    private String signUp(String... more) throws Exception {
        visitor.open("/sign-up");
        var fields = new ArrayList<>(List.of("email", email, "password", PASSWORD));
        fields.addAll(List.of(more));
        return String.valueOf(
                visitor.submit("/sign-up", fields.toArray(String[]::new)).getRedirectedUrl());
    }

    private String confirm(String password) throws Exception {
        return String.valueOf(
                visitor.submit("/confirm", "token", token(), "password", password)
                        .getRedirectedUrl());
    }

    private String token() {
        return mailbox.link(email).substring("/confirm?token=".length());
    }

    private boolean isConfirmed() {
        return jdbc.sql("select confirmed_at is not null from account where email = ?")
                .param(email)
                .query(Boolean.class)
                .single();
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
