package posthorn.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static posthorn.app.account.Visitor.text;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import posthorn.app.platform.MovableClock;
import posthorn.app.platform.PostgresTest;

@PostgresTest
@AutoConfigureMockMvc
@Import(MovableClock.Config.class)
class AccountPageTest {

    private static final String NEW = "quiet copper meadow 9";

    @Autowired private MockMvc mvc;
    @Autowired private MovableClock clock;
    @Autowired private People people;
    @Autowired private Accounts accounts;

    @BeforeEach
    void arrives() {
        clock.pass(Duration.ofHours(1));
    }

    @Test
    void showsEverybodyTheirOwnAccount() throws Exception {
        for (var member : List.of(people.alice(), people.bob(), people.charlie())) {
            var page =
                    mvc.perform(get("/account").with(People.signedIn(member)))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse();
            assertThat(text(page)).contains(member.email());
        }
        mvc.perform(get("/account")).andExpect(status().isFound());
    }

    @Test
    void changesLanguageAndZone() throws Exception {
        var charlie = people.charlie();

        mvc.perform(
                        post("/account")
                                .with(People.signedIn(charlie))
                                .with(csrf())
                                .param("language", "de")
                                .param("zone", "America/New_York"))
                .andExpect(status().isFound());

        assertThat(accounts.member(charlie.accountId()))
                .get()
                .matches(it -> it.locale().equals(Locale.GERMAN))
                .matches(it -> it.zone().equals(ZoneId.of("America/New_York")));
        var page = mvc.perform(get("/account").with(People.signedIn(charlie))).andReturn();
        assertThat(text(page.getResponse())).contains("Ihr Konto");
    }

    @Test
    void takesNoLanguageOrZoneThatDoesNotExist() throws Exception {
        for (var fields :
                List.of(
                        List.of("fr", "Europe/Berlin"),
                        List.of("en", "Mars/Olympus"),
                        List.of("../../etc/passwd", "UTC"),
                        List.of("", ""))) {
            mvc.perform(
                            post("/account")
                                    .with(People.signedIn(people.alice()))
                                    .with(csrf())
                                    .param("language", fields.get(0))
                                    .param("zone", fields.get(1)))
                    .andExpect(status().isBadRequest());
        }
        mvc.perform(post("/account").with(People.signedIn(people.alice())).with(csrf()))
                .andExpect(status().isBadRequest());
    }

    @Test
    void changesNobodyElsesAccount() throws Exception {
        var alice = people.alice();

        mvc.perform(
                post("/account")
                        .with(People.signedIn(people.bob()))
                        .with(csrf())
                        .param("accountId", Long.toString(alice.accountId()))
                        .param("id", Long.toString(alice.accountId()))
                        .param("email", alice.email())
                        .param("role", "OWNER")
                        .param("language", "de")
                        .param("zone", "Europe/Paris"));

        assertThat(accounts.member(alice.accountId())).contains(alice);
        assertThat(people.bob().role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void changesThePasswordAndEndsAllOtherSessions() throws Exception {
        var here = signIn("alice@example.org", People.PASSWORD);
        var elsewhere = signIn("alice@example.org", People.PASSWORD);

        here.open("/account");
        var done = here.submit("/account/password", "old", People.PASSWORD, "password", NEW);

        assertThat(done.getRedirectedUrl()).isEqualTo("/account");
        assertThat(text(here.open("/account"))).contains("Your password is changed");
        assertThat(elsewhere.open("/account").getRedirectedUrl()).isEqualTo("/sign-in");
        var back = here.submit("/account/password", "old", NEW, "password", People.PASSWORD);
        assertThat(back.getRedirectedUrl()).isEqualTo("/account");
    }

    @Test
    void changesThePasswordOnlyWithTheOldOne() throws Exception {
        var here = signIn("alice@example.org", People.PASSWORD);
        here.open("/account");

        var wrong = here.submit("/account/password", "old", "not it", "password", NEW);
        var weak = here.submit("/account/password", "old", People.PASSWORD, "password", "short");

        assertThat(problem(wrong)).contains("This is not the right password.");
        assertThat(problem(weak)).contains("The password is too short");
        assertThat(signIn("alice@example.org", People.PASSWORD).open("/account").getStatus())
                .isEqualTo(200);
    }

    @Test
    void countsWrongOldPasswords() throws Exception {
        var here = signIn("charlie@example.net", People.PASSWORD);
        here.open("/account");
        for (int i = 0; i < 10; i++) {
            here.submit("/account/password", "old", "wrong " + i, "password", NEW);
        }

        var refused = here.submit("/account/password", "old", People.PASSWORD, "password", NEW);

        assertThat(refused.getStatus()).isEqualTo(429);
    }

    @Test
    void isNotChangedByOpeningAnAddress() throws Exception {
        mvc.perform(get("/account/password").with(People.signedIn(people.alice())))
                .andExpect(status().isMethodNotAllowed());
        mvc.perform(get("/account").param("language", "de").with(People.signedIn(people.alice())))
                .andExpect(status().isOk());
        assertThat(people.alice().locale()).isEqualTo(Locale.ENGLISH);
    }

    private Visitor signIn(String email, String password) throws Exception {
        people.alice();
        people.charlie();
        var visitor = new Visitor(mvc);
        visitor.open("/sign-in");
        visitor.submit("/sign-in", "email", email, "password", password);
        return visitor;
    }

    private static String problem(MockHttpServletResponse page) {
        assertThat(page.getStatus()).isEqualTo(400);
        return text(page);
    }
}
