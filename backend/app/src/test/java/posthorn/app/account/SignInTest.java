package posthorn.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static posthorn.app.account.Visitor.text;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.test.web.servlet.MockMvc;
import posthorn.app.platform.MovableClock;
import posthorn.app.platform.PostgresTest;
import posthorn.app.platform.Settings;

@PostgresTest
@AutoConfigureMockMvc
@Import(MovableClock.Config.class)
class SignInTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String COOKIE = "posthorn";
    private static final String WRONG = "not the right one";

    @Autowired private MockMvc mvc;
    @Autowired private MovableClock clock;
    @Autowired private People people;
    @Autowired private Mailbox mailbox;
    @Autowired private JdbcClient jdbc;

    private Visitor visitor;
    private String alice;

    @BeforeEach
    void arrives() {
        clock.pass(Duration.ofHours(1));
        visitor = new Visitor(mvc).from("192.0.2." + NUMBER.incrementAndGet());
        alice = people.alice().email();
    }

    @Test
    void leadsToTheDomains() throws Exception {
        assertThat(signIn(alice, People.PASSWORD).getRedirectedUrl()).isEqualTo("/domains");
        assertThat(visitor.open("/account").getStatus()).isEqualTo(200);
    }

    @Test
    void leadsToTheDomainThatWasTypedOnTheStartPage() throws Exception {
        visitor.open("/sign-in?domain=bücher.example");

        var in =
                visitor.submit(
                        "/sign-in",
                        "email",
                        alice,
                        "password",
                        People.PASSWORD,
                        "domain",
                        "bücher.example&x=1");

        assertThat(in.getRedirectedUrl())
                .isEqualTo("/domains/add?name=b%C3%BCcher.example%26x%3D1");
    }

    @Test
    void leadsBackToThePageThatWasAskedFor() throws Exception {
        assertThat(visitor.open("/account?tab=1").getRedirectedUrl()).isEqualTo("/sign-in");

        assertThat(signIn(alice, People.PASSWORD).getRedirectedUrl()).isEqualTo("/account?tab=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "/%2f%2fevil.example",
                "http://localhost@evil.example",
                "///evil.example",
                "/\t/evil.example",
                "data:text/html,x"
            })
    void leadsNowhereElse(String target) throws Exception {
        visitor.open("/sign-in");

        var in =
                visitor.submit(
                        "/sign-in?continue",
                        "email",
                        alice,
                        "password",
                        People.PASSWORD,
                        "continue",
                        target,
                        "next",
                        target,
                        "redirect",
                        target,
                        "returnUrl",
                        target,
                        "spring-security-redirect",
                        target);

        assertThat(in.getRedirectedUrl()).isEqualTo("/domains");
        assertThat(SavedPage.isOurs(target)).isEqualTo(target.equals("/%2f%2fevil.example"));
    }

    @Test
    void answersAlikeForWrongPasswordsAndUnknownAddresses() throws Exception {
        var known = signIn(alice, WRONG);
        var knownPage = text(known).replace(alice, "X");
        var unknown = signIn("nobody@example.org", WRONG);
        var unknownPage = text(unknown).replace("nobody@example.org", "X");

        assertThat(known.getStatus()).isEqualTo(401);
        assertThat(unknown.getStatus()).isEqualTo(401);
        assertThat(withoutTokens(knownPage)).isEqualTo(withoutTokens(unknownPage));
        assertThat(knownPage).contains("Address and password do not go together");
    }

    @Test
    void takesNoAddressThatIsNone() throws Exception {
        assertThat(signIn("", "").getStatus()).isEqualTo(401);
        assertThat(signIn("x".repeat(100_000), WRONG).getStatus()).isEqualTo(401);
        assertThat(signIn("' or 1=1 --", WRONG).getStatus()).isEqualTo(401);
    }

    @Test
    void tellsSomebodyUnconfirmedKindlyAndOnlyWithTheRightPassword() throws Exception {
        var email = "dora@example.org";
        visitor.open("/sign-up");
        visitor.submit("/sign-up", "email", email, "password", People.PASSWORD);

        assertThat(text(signIn(email, WRONG))).doesNotContain("not confirmed");
        var page = signIn(email, People.PASSWORD);
        assertThat(page.getStatus()).isEqualTo(403);
        assertThat(text(page)).contains("You have not confirmed your address yet");

        visitor.submit("/sign-up/again", "email", email);
        assertThat(mailbox.subjects(email)).hasSize(2);
    }

    @Test
    void slowsDownAfterTenFailuresWhateverTheClientClaimsToBe() throws Exception {
        var charlie = people.charlie().email();
        for (int i = 0; i < 10; i++) {
            visitor.from("198.51.100." + i);
            assertThat(signIn(charlie, WRONG).getStatus()).isEqualTo(401);
        }

        var refused = signIn(charlie, People.PASSWORD);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("900");
        assertThat(text(refused)).contains("Wait for 15 min");
        assertThat(signIn(alice, People.PASSWORD).getStatus()).isEqualTo(302);
    }

    @Test
    void neverLocksForGood() throws Exception {
        var charlie = people.charlie().email();
        for (int minute = 0; minute < 15; minute++) {
            signIn(charlie, WRONG);
            clock.pass(Duration.ofMinutes(1));
        }

        assertThat(signIn(charlie, People.PASSWORD).getRedirectedUrl()).isEqualTo("/domains");
    }

    @Test
    void slowsDownAClientThatTriesManyNames() throws Exception {
        visitor.from("203.0.113.9");
        visitor.open("/sign-in");
        for (int i = 0; i < 50; i++) {
            visitor.submit("/sign-in", "email", "a" + i + "@example.org", "password", WRONG);
        }

        assertThat(signIn(alice, People.PASSWORD).getStatus()).isEqualTo(429);
        visitor.from("203.0.113.10");
        assertThat(signIn(alice, People.PASSWORD).getStatus()).isEqualTo(302);
    }

    @Test
    void forgetsFailuresAfterTheRightPassword() throws Exception {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 9; i++) {
                signIn(alice, WRONG);
            }
            assertThat(signIn(alice, People.PASSWORD).getStatus()).isEqualTo(302);
            visitor = new Visitor(mvc).from("198.51.100." + (100 + round));
        }
    }

    @Test
    void givesAnotherSessionThanTheOneBefore() throws Exception {
        visitor.open("/sign-in");
        var planted = visitor.cookie(COOKIE);

        signIn(alice, People.PASSWORD);

        assertThat(visitor.cookie(COOKIE)).isNotEmpty().isNotEqualTo(planted);
        var thief = new Visitor(mvc);
        thief.plant(COOKIE, planted);
        assertThat(thief.open("/account").getRedirectedUrl()).isEqualTo("/sign-in");
    }

    @Test
    void endsTheSessionOnTheServerWhenSomebodySignsOut() throws Exception {
        signIn(alice, People.PASSWORD);
        visitor.open("/account");
        var session = visitor.cookie(COOKIE);

        assertThat(visitor.submit("/sign-out").getRedirectedUrl()).isEqualTo("/");

        var thief = new Visitor(mvc);
        thief.plant(COOKIE, session);
        assertThat(thief.open("/account").getRedirectedUrl()).isEqualTo("/sign-in");
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() throws Exception {
        visitor.open("/sign-in");
        var in = signIn(alice, People.PASSWORD);

        assertThat(in.getHeaders("Set-Cookie"))
                .filteredOn(it -> it.startsWith(COOKIE + "="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure", "Domain=");
    }

    @Test
    void bindsTheCookieToTheHostWhenTheAddressIsHttps() {
        var settings =
                new Binder(
                                new MapConfigurationPropertySource(
                                        Map.of(
                                                "posthorn.base-url",
                                                "https://posthorn.example.org")))
                        .bindOrCreate("posthorn", Settings.class);
        var response = new MockHttpServletResponse();

        new SessionConfig()
                .sessionCookie(settings)
                .writeCookieValue(
                        new CookieValue(new MockHttpServletRequest(), response, "secret"));

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-posthorn=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain=");
    }

    @Test
    void letsASessionRestForTwelveHoursAndLiveForThirtyDays() throws Exception {
        signIn(alice, People.PASSWORD);

        assertThat(
                        jdbc.sql(
                                        """
                                        select distinct max_inactive_interval from spring_session
                                        where principal_name = ?
                                        """)
                                .param(Long.toString(people.alice().accountId()))
                                .query(Integer.class)
                                .list())
                .containsExactly(12 * 60 * 60);
        assertThat(visitor.open("/account").getStatus()).isEqualTo(200);
        clock.pass(Duration.ofDays(31));
        assertThat(visitor.open("/account").getRedirectedUrl()).isEqualTo("/sign-in");
        clock.pass(Duration.ofDays(-31));
    }

    @Test
    void keepsNoAddressInTheSession() throws Exception {
        signIn(alice, People.PASSWORD);

        assertThat(jdbc.sql("select principal_name from spring_session").query(String.class).list())
                .doesNotContain(alice);
    }

    @Test
    void acceptsBcryptOnceAndReplacesIt() throws Exception {
        var bob = people.bob();
        jdbc.sql("update account set password_hash = ? where id = ?")
                .param("{bcrypt}" + new BCryptPasswordEncoder(4).encode(People.PASSWORD))
                .param(bob.accountId())
                .update();

        assertThat(signIn(bob.email(), People.PASSWORD).getStatus()).isEqualTo(302);

        assertThat(
                        jdbc.sql("select password_hash from account where id = ?")
                                .param(bob.accountId())
                                .query(String.class)
                                .single())
                .startsWith("{argon2id}");
        visitor = new Visitor(mvc);
        assertThat(signIn(bob.email(), People.PASSWORD).getStatus()).isEqualTo(302);
    }

    @Test
    void speaksTheLanguageOfTheAccountAfterwards() throws Exception {
        visitor.plant("lang", "en");

        signIn(people.bob().email(), People.PASSWORD);

        assertThat(text(visitor.open("/account"))).contains("Ihr Konto");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-up",
                "/sign-up/again",
                "/sign-in",
                "/sign-out",
                "/confirm",
                "/forgotten",
                "/reset",
                "/account",
                "/account/password"
            })
    void takesNoFormWithoutItsToken(String path) throws Exception {
        var other = new Visitor(mvc);
        var foreign = other.open("/sign-in");
        signIn(alice, People.PASSWORD);
        visitor.open("/account");

        assertThat(visitor.forge(path).getStatus()).isEqualTo(403);
        assertThat(visitor.forge(path, "_csrf", "wrong").getStatus()).isEqualTo(403);
        assertThat(visitor.forge(path, "_csrf", token(foreign)).getStatus()).isEqualTo(403);
        assertThat(mvc.perform(post(path)).andReturn().getResponse().getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse signIn(String email, String password) throws Exception {
        visitor.open("/sign-in");
        return visitor.submit("/sign-in", "email", email, "password", password);
    }

    private static String token(MockHttpServletResponse page) {
        return text(page).replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
