package posthorn.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import posthorn.app.account.Member;
import posthorn.app.account.People;
import posthorn.app.domains.DomainDetails;
import posthorn.app.domains.Domains;
import posthorn.app.platform.PostgresTest;
import posthorn.engine.outside.DnsName;

@PostgresTest
@AutoConfigureMockMvc
@Import(TestWorld.class)
class CheckControllerTest {

    private static final String PATH = "/domains/watched.example/check";

    @Autowired private MockMvc mvc;
    @Autowired private People people;
    @Autowired private Domains domains;
    @Autowired private Monitoring monitoring;
    @Autowired private TestWorld.Stage stage;
    @Autowired private TestWorld.Ticks ticks;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void aDomainWasCheckedAWhileAgo() {
        jdbc.sql("delete from domain").update();
        domains.add(people.alice().teamId(), DnsName.of("watched.example"), DomainDetails.none());
        ticks.tick();
        stage.pass(Duration.ofMinutes(5));
    }

    @Test
    void checksForTheOwner() throws Exception {
        request(people.alice(), 302);

        assertThat(isRunning()).isTrue();
    }

    @Test
    void saysWhenItWasTooOften() throws Exception {
        request(people.alice(), 302);
        ticks.tick();

        request(people.alice(), 429);
    }

    @Test
    void checksNothingForReadersAndStrangers() throws Exception {
        request(people.bob(), 403);
        request(people.charlie(), 404);

        assertThat(isRunning()).isFalse();
    }

    @Test
    void needsTheTokenAPersonAndTheRightMethod() throws Exception {
        mvc.perform(post(PATH).with(People.signedIn(people.alice())))
                .andExpect(status().isForbidden());
        mvc.perform(post(PATH).with(csrf())).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(get(PATH).with(People.signedIn(people.alice())))
                .andExpect(status().isMethodNotAllowed());

        assertThat(isRunning()).isFalse();
    }

    private void request(Member person, int expected) throws Exception {
        mvc.perform(post(PATH).with(csrf()).with(People.signedIn(person)))
                .andExpect(status().is(expected));
    }

    private boolean isRunning() {
        return monitoring
                .progress(domains.find(people.alice().teamId(), "watched.example"))
                .isRunning();
    }
}
