package posthorn.app.alerts;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import posthorn.app.account.Member;
import posthorn.app.account.People;
import posthorn.app.domains.DomainDetails;
import posthorn.app.domains.Domains;
import posthorn.app.monitoring.TestWorld;
import posthorn.app.platform.PostgresTest;
import posthorn.engine.outside.DnsName;

@PostgresTest
@AutoConfigureMockMvc
@Import(TestWorld.class)
class IncidentControllerTest {

    @Autowired private MockMvc mvc;
    @Autowired private People people;
    @Autowired private Domains domains;
    @Autowired private TestWorld.Stage stage;
    @Autowired private TestWorld.Ticks ticks;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void aDomainOfAliceGotWorse() {
        jdbc.sql("delete from domain").update();
        domains.add(people.alice().teamId(), DnsName.of("watched.example"), DomainDetails.none());
        for (var world : new String[] {"", "CRITICAL", "CRITICAL"}) {
            stage.says("watched.example. TXT \"" + world + " spf.missing\"\n");
            ticks.tick();
            stage.pass(Duration.ofMinutes(65));
        }
    }

    @Test
    void showsIncidentsToTheTeam() throws Exception {
        for (var person : new Member[] {people.alice(), people.bob()}) {
            mvc.perform(get("/incidents").with(People.signedIn(person)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("watched.example")))
                    .andExpect(content().string(not(containsString("No incidents"))));
        }
    }

    @Test
    void hidesIncidentsOfOtherTeams() throws Exception {
        mvc.perform(get("/incidents").with(People.signedIn(people.charlie())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("watched.example"))))
                .andExpect(content().string(containsString("No incidents")));
    }

    @Test
    void isForPeopleWhoAreSignedInAndOnlyForReading() throws Exception {
        mvc.perform(get("/incidents")).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(post("/incidents").with(csrf()).with(People.signedIn(people.alice())))
                .andExpect(status().isMethodNotAllowed());
        mvc.perform(post("/incidents").with(People.signedIn(people.alice())))
                .andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2", "2147483647"})
    void hasNoPagesBeyondTheLast(String page) throws Exception {
        mvc.perform(get("/incidents").param("page", page).with(People.signedIn(people.alice())))
                .andExpect(status().isNotFound());
    }

    @Test
    void refusesWhatIsNoNumber() throws Exception {
        mvc.perform(get("/incidents").param("page", "x").with(People.signedIn(people.alice())))
                .andExpect(status().isBadRequest());
    }
}
