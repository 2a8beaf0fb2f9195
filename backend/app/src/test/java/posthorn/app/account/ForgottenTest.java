package posthorn.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static posthorn.app.account.Visitor.text;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import posthorn.app.platform.MovableClock;
import posthorn.app.platform.PostgresTest;
import posthorn.app.platform.security.SecretToken;

@PostgresTest
@AutoConfigureMockMvc
@Import(MovableClock.Config.class)
class ForgottenTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String NEW = "quiet copper meadow 9";

    @Autowired private MockMvc mvc;
    @Autowired private MovableClock clock;
    @Autowired private People people;
    @Autowired private Mailbox mailbox;
    @Autowired private PasswordChanges changes;

    private Visitor visitor;
    private String charlie;

    @BeforeEach
    void arrives() {
        clock.pass(Duration.ofHours(2));
        visitor = new Visitor(mvc).from("192.0.2." + NUMBER.incrementAndGet());
        charlie = people.charlie().email();
    }

    @Test
    void setsANewPasswordByLinkAndEndsAllSessions() throws Exception {
        forget(charlie);
        reset(People.PASSWORD);
        var signedIn = new Visitor(mvc);
        signIn(signedIn, People.PASSWORD);
        assertThat(signedIn.open("/account").getStatus()).isEqualTo(200);

        forget(charlie);
        assertThat(text(visitor.open(mailbox.link(charlie)))).contains("Choose a new password");
        assertThat(reset(NEW).getRedirectedUrl()).isEqualTo("/sign-in");

        assertThat(text(visitor.open("/sign-in"))).contains("Your new password is set");
        assertThat(signedIn.open("/account").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(signIn(new Visitor(mvc), People.PASSWORD).getStatus()).isEqualTo(401);
        assertThat(signIn(new Visitor(mvc), NEW).getRedirectedUrl()).isEqualTo("/domains");
        assertThat(mailbox.subjects(charlie))
                .last()
                .isEqualTo("Your Posthorn password has been changed");
    }

    @Test
    void answersAlikeForUnknownAddressesAndSendsThemNothing() throws Exception {
        var known = forget(charlie);
        var knownPage = text(visitor.open("/forgotten/sent")).replace(charlie, "X");
        var unknown = forget("nobody@example.org");
        var unknownPage = text(visitor.open("/forgotten/sent")).replace("nobody@example.org", "X");

        assertThat(known.getStatus()).isEqualTo(unknown.getStatus());
        assertThat(known.getRedirectedUrl()).isEqualTo(unknown.getRedirectedUrl());
        assertThat(knownPage).isEqualTo(unknownPage);
        assertThat(mailbox.subjects("nobody@example.org")).isEmpty();
    }

    @Test
    void changesNothingWhenTheLinkIsOnlyOpened() throws Exception {
        forget(charlie);

        visitor.open(mailbox.link(charlie));
        visitor.open(mailbox.link(charlie));

        assertThat(changes.isLive(new SecretToken(token()))).isTrue();
    }

    @Test
    void takesALinkForHalfAnHourOnceAndOnlyTheNewest() throws Exception {
        forget(charlie);
        var first = mailbox.link(charlie);
        forget(charlie);
        assertThat(text(visitor.open(first))).contains("This link no longer works");

        assertThat(reset(NEW).getStatus()).isEqualTo(302);
        assertThat(mailbox.newest(charlie)).doesNotContain("/reset?token=");
        forget(charlie);
        clock.pass(Duration.ofMinutes(31));
        assertThat(text(visitor.open(mailbox.link(charlie)))).contains("This link no longer works");
        assertThat(text(reset(NEW))).contains("This link no longer works");
    }

    @Test
    void letsOneOfManySucceedWhoUseALinkAtOnce() throws Exception {
        forget(charlie);
        var token = new SecretToken(token());
        Callable<PasswordChange> tryIt = () -> changes.reset(token, NEW);

        var done = 0;
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var answer : pool.invokeAll(Collections.nCopies(6, tryIt))) {
                done += answer.get() instanceof PasswordChange.Done ? 1 : 0;
            }
        }

        assertThat(done).isOne();
    }

    @Test
    void keepsTheLinkWhenThePasswordIsNotTaken() throws Exception {
        forget(charlie);
        visitor.open(mailbox.link(charlie));

        var page = reset("short");

        assertThat(page.getStatus()).isEqualTo(400);
        assertThat(text(page)).contains("The password is too short");
        assertThat(reset(NEW).getStatus()).isEqualTo(302);
    }

    @Test
    void staysOpenForAThrottledAccountAndOpensItAgain() throws Exception {
        for (int i = 0; i < 11; i++) {
            signIn(visitor, "wrong wrong wrong");
        }
        assertThat(signIn(visitor, NEW).getStatus()).isEqualTo(429);

        forget(charlie);
        assertThat(reset(NEW).getStatus()).isEqualTo(302);

        assertThat(signIn(visitor, NEW).getRedirectedUrl()).isEqualTo("/domains");
    }

    @Test
    void confirmsAnAddressByTheWay() throws Exception {
        var email = "emil@example.org";
        visitor.open("/sign-up");
        visitor.submit("/sign-up", "email", email, "password", "chosen by a stranger");
        visitor.open("/forgotten");
        visitor.submit("/forgotten", "email", email);
        var token = mailbox.link(email).substring("/reset?token=".length());

        visitor.submit("/reset", "token", token, "password", NEW);

        visitor.open("/sign-in");
        assertThat(visitor.submit("/sign-in", "email", email, "password", NEW).getRedirectedUrl())
                .isEqualTo("/domains");
    }

    @Test
    void sendsThreeMailsAnHourToAnAddress() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(forget("bertha@example.org").getStatus()).isEqualTo(302);
        }

        var fourth = forget("bertha@example.org");

        assertThat(fourth.getStatus()).isEqualTo(429);
        assertThat(fourth.getHeader("Retry-After")).isEqualTo("3600");
    }

    private MockHttpServletResponse forget(String email) throws Exception {
        visitor.open("/forgotten");
        return visitor.submit("/forgotten", "email", email);
    }

    private MockHttpServletResponse reset(String password) throws Exception {
        return visitor.submit("/reset", "token", token(), "password", password);
    }

    private String token() {
        return mailbox.link(charlie).replaceFirst("^/reset\\?token=", "");
    }

    private MockHttpServletResponse signIn(Visitor who, String password) throws Exception {
        who.open("/sign-in");
        return who.submit("/sign-in", "email", charlie, "password", password);
    }
}
