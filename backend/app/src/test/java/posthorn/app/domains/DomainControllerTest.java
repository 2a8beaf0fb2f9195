package posthorn.app.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import posthorn.app.account.Member;
import posthorn.app.account.People;
import posthorn.app.platform.PostgresTest;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.check.Profile;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;

@PostgresTest
@AutoConfigureMockMvc
class DomainControllerTest {

    private static final String NAME = "watched.example";

    @Autowired private MockMvc mvc;
    @Autowired private People people;
    @Autowired private Domains domains;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void aliceWatchesOneDomain() {
        jdbc.sql("delete from domain").update();
        domains.add(people.alice().teamId(), DnsName.of(NAME), DomainDetails.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/domains/add",
                "/domains/" + NAME + "/settings",
                "/domains/" + NAME + "/delete"
            })
    void showsFormsToWhoMayWrite(String path) throws Exception {
        mvc.perform(as(people.alice(), get(path))).andExpect(status().isOk());
        mvc.perform(as(people.bob(), get(path))).andExpect(status().isForbidden());
        mvc.perform(get(path)).andExpect(redirectedUrl("/sign-in"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,settings",
        "GET,delete",
        "POST,settings",
        "POST,pause",
        "POST,resume",
        "POST,delete"
    })
    void hidesDomainsOfOtherTeams(String method, String page) throws Exception {
        var path = "/domains/" + NAME + "/" + page;
        var request = method.equals("GET") ? get(path) : post(path).with(csrf());

        mvc.perform(as(people.charlie(), request)).andExpect(status().isNotFound());

        assertThat(find()).extracting(Domain::isPaused).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "pause", "resume", "delete"})
    void changesNothingForReaders(String page) throws Exception {
        var path = "/domains/" + NAME + "/" + page;

        mvc.perform(as(people.bob(), post(path).with(csrf()).param("profile", "PARKED")))
                .andExpect(status().isForbidden());

        assertThat(find()).extracting(Domain::profile).isEqualTo(Profile.SENDS_AND_RECEIVES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add",
                NAME + "/settings",
                NAME + "/pause",
                NAME + "/resume",
                NAME + "/delete"
            })
    void needsTheTokenAndTheRightMethod(String page) throws Exception {
        var path = "/domains/" + page;

        mvc.perform(as(people.alice(), post(path).param("names", "new.example")))
                .andExpect(status().isForbidden());
        mvc.perform(as(people.alice(), put(path).with(csrf())))
                .andExpect(status().isMethodNotAllowed());

        assertThat(domains.list(people.alice().teamId())).hasSize(1);
    }

    @Test
    void letsNoReaderAdd() throws Exception {
        mvc.perform(adding(people.bob(), "new.example")).andExpect(status().isForbidden());

        assertThat(domains.list(people.bob().teamId())).hasSize(1);
    }

    @Test
    void addsADomainWithAllThatIsKnownOfIt() throws Exception {
        mvc.perform(
                        adding(people.alice(), "Müller.example")
                                .param("selectors", "s1, s2._domainkey.example.org")
                                .param("hosts", "192.0.2.1 2001:DB8:0::1"))
                .andExpect(redirectedUrl("/domains/xn--mller-kva.example"));

        var added = domains.find(people.alice().teamId(), "müller.example");
        assertThat(added.selectors())
                .extracting(KnownSelector::name, KnownSelector::origin)
                .containsExactly(
                        tuple("s1", KnownSelector.Origin.DECLARED),
                        tuple("s2", KnownSelector.Origin.DECLARED));
        assertThat(added.hosts()).map(IpText::of).containsExactly("192.0.2.1", "2001:db8::1");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() throws Exception {
        mvc.perform(
                        adding(people.alice(), "new.example")
                                .param("selectors", "-nonsense")
                                .param("hosts", "192.0.2.300"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("new.example")))
                .andExpect(content().string(containsString("value=\"-nonsense\"")))
                .andExpect(content().string(containsString("value=\"192.0.2.300\"")))
                .andExpect(content().string(containsString("-nonsense is not a DKIM selector.")))
                .andExpect(content().string(containsString("192.0.2.300 is not an IP address")));

        assertThat(domains.list(people.alice().teamId())).hasSize(1);
    }

    @Test
    void proposesTheDomainInAnAddress() throws Exception {
        mvc.perform(adding(people.alice(), "https://www.example.org/contact"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("The domain in it is example.org")))
                .andExpect(content().string(containsString(">example.org</textarea>")));
    }

    @Test
    void addsTheGoodLinesAndGivesTheOthersBack() throws Exception {
        mvc.perform(adding(people.alice(), "one.example\nnonsense\ntwo.example\n" + NAME))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Added: one.example, two.example.")))
                .andExpect(content().string(containsString(">nonsense\n" + NAME + "</textarea>")));

        assertThat(domains.list(people.alice().teamId()))
                .extracting(domain -> domain.name().text())
                .containsExactly("one.example", "two.example", NAME);
    }

    @Test
    void addsSeveralAtOnce() throws Exception {
        mvc.perform(adding(people.alice(), "one.example, two.example three.example"))
                .andExpect(redirectedUrl("/domains"));

        assertThat(domains.list(people.alice().teamId())).hasSize(4);
    }

    @Test
    void refusesADuplicateOnlyInTheSameTeam() throws Exception {
        mvc.perform(adding(people.alice(), NAME.toUpperCase(Locale.ROOT)))
                .andExpect(content().string(containsString("Your team watches " + NAME)));
        mvc.perform(adding(people.charlie(), NAME)).andExpect(redirectedUrl("/domains/" + NAME));
    }

    @Test
    void stopsAtTheLimitOfTheTeam() throws Exception {
        jdbc.sql(
                        """
                        insert into domain (team_id, name, profile, added_at)
                        select ?, 'd' || n || '.example', 'PARKED', now()
                        from generate_series(2, ?) n
                        """)
                .params(List.of(people.alice().teamId(), Domains.LIMIT))
                .update();

        mvc.perform(adding(people.alice(), "one-more.example"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("a team may watch 1000 domains")));
    }

    @Test
    void speaksGerman() throws Exception {
        mvc.perform(adding(people.alice(), "localhost").header("Accept-Language", "de"))
                .andExpect(status().is(422));
        mvc.perform(adding(people.alice(), "localhost").cookie(german()))
                .andExpect(content().string(containsString("localhost hat nur einen Teil.")));
    }

    @Test
    void writesNothingAsItCame() throws Exception {
        mvc.perform(adding(people.alice(), "<img src=x>.example").param("hosts", "\"><b>"))
                .andExpect(status().is(422))
                .andExpect(content().string(not(containsString("<img src=x>"))))
                .andExpect(content().string(not(containsString("<b>"))));
    }

    @Test
    void takesFormsWithMissingAndForeignFields() throws Exception {
        mvc.perform(as(people.alice(), post("/domains/add").with(csrf()).param("teamId", "1")))
                .andExpect(status().is(422));
        mvc.perform(adding(people.alice(), "x.example").param("profile", "EVERYTHING"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Please choose what the domain")));
    }

    @Test
    void changesUseSelectorsAndHosts() throws Exception {
        mvc.perform(
                        as(
                                people.alice(),
                                post("/domains/" + NAME + "/settings")
                                        .with(csrf())
                                        .param("profile", "SENDS")
                                        .param("selectors", "s9")
                                        .param("hosts", "198.51.100.7")))
                .andExpect(redirectedUrl("/domains/" + NAME));

        assertThat(find().profile()).isEqualTo(Profile.SENDS);
        assertThat(find().selectors()).extracting(KnownSelector::name).containsExactly("s9");
        assertThat(find().hosts()).map(IpText::of).containsExactly("198.51.100.7");
    }

    @Test
    void pausesAndGoesOn() throws Exception {
        mvc.perform(as(people.alice(), post("/domains/" + NAME + "/pause").with(csrf())))
                .andExpect(redirectedUrl("/domains/" + NAME));
        assertThat(find().isPaused()).isTrue();

        mvc.perform(as(people.alice(), post("/domains/" + NAME + "/resume").with(csrf())))
                .andExpect(redirectedUrl("/domains/" + NAME));
        assertThat(find().isPaused()).isFalse();
    }

    @Test
    void asksBeforeItDeletes() throws Exception {
        mvc.perform(as(people.alice(), get("/domains/" + NAME + "/delete")))
                .andExpect(content().string(containsString("Delete " + NAME + "?")));
        assertThat(find()).isNotNull();

        mvc.perform(as(people.alice(), post("/domains/" + NAME + "/delete").with(csrf())))
                .andExpect(redirectedUrl("/domains"));
        assertThat(domains.list(people.alice().teamId())).isEmpty();
    }

    @Test
    void opensTheFormWithADomainFromALink() throws Exception {
        mvc.perform(as(people.alice(), get("/domains/add").param("name", "x.example")))
                .andExpect(content().string(containsString(">x.example</textarea>")))
                .andExpect(content().string(not(containsString("Added:"))));
    }

    private Domain find() {
        return domains.find(people.alice().teamId(), NAME);
    }

    private static MockHttpServletRequestBuilder adding(Member person, String names) {
        return as(
                person,
                post("/domains/add")
                        .with(csrf())
                        .param("names", names)
                        .param("profile", "SENDS_AND_RECEIVES"));
    }

    private static Cookie german() {
        return new Cookie("lang", "de");
    }

    private static MockHttpServletRequestBuilder as(
            Member person, MockHttpServletRequestBuilder request) {
        return request.with(People.signedIn(person));
    }
}
