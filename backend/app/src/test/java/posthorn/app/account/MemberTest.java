package posthorn.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import posthorn.app.platform.PostgresTest;
import posthorn.app.platform.security.PublicPaths;

@PostgresTest
@AutoConfigureMockMvc
class MemberTest {

    /// A closed page and an open one.
    @TestConfiguration
    @RestController
    static class Pages {

        @GetMapping("/test/closed")
        String closed(Member member) {
            return member.email() + " " + member.role() + " " + member.mayWrite();
        }

        @GetMapping("/test/open")
        String open(@Nullable Member member) {
            return member == null ? "nobody" : member.email();
        }

        @Bean
        static PublicPaths testPaths() {
            return PublicPaths.of("/test/open");
        }
    }

    @Autowired private MockMvc mvc;
    @Autowired private People people;
    @Autowired private Teams teams;
    @Autowired private JdbcClient jdbc;

    @Test
    void givesControllersTheSignedInPerson() throws Exception {
        mvc.perform(get("/test/closed").with(People.signedIn(people.alice())))
                .andExpect(content().string("alice@example.org OWNER true"));
        mvc.perform(get("/test/closed").with(People.signedIn(people.bob())))
                .andExpect(content().string("bob@example.org VIEWER false"));
    }

    @Test
    void closesEveryPageThatNobodyOpened() throws Exception {
        mvc.perform(get("/test/closed"))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", "/sign-in"));
        mvc.perform(get("/nowhere")).andExpect(status().isFound());
    }

    @Test
    void leadsTheWholePageToSignInWhenAPartOfItIsAsked() throws Exception {
        mvc.perform(get("/test/closed").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/sign-in"));
    }

    @Test
    void knowsOnOpenPagesWhoIsSignedIn() throws Exception {
        mvc.perform(get("/test/open")).andExpect(content().string("nobody"));
        mvc.perform(get("/test/open").with(People.signedIn(people.charlie())))
                .andExpect(content().string("charlie@example.net"));
    }

    @Test
    void feelsAChangeOfRoleAtOnce() throws Exception {
        var bob = people.bob();

        jdbc.sql("update team_member set role = 'MEMBER' where account_id = ?")
                .param(bob.accountId())
                .update();

        mvc.perform(get("/test/closed").with(People.signedIn(bob)))
                .andExpect(content().string("bob@example.org MEMBER true"));
        jdbc.sql("update team_member set role = 'VIEWER' where account_id = ?")
                .param(bob.accountId())
                .update();
    }

    @Test
    void treatsADeletedAccountAsAStranger() throws Exception {
        var charlie = people.charlie();

        jdbc.sql("delete from account where id = ?").param(charlie.accountId()).update();

        mvc.perform(get("/test/closed").with(People.signedIn(charlie)))
                .andExpect(header().string("Location", "/sign-in"));
        mvc.perform(get("/test/open").with(People.signedIn(charlie)))
                .andExpect(content().string("nobody"));
    }

    @Test
    void listsATeamInTheOrderOfJoining() {
        var alice = people.alice();
        var bob = people.bob();

        assertThat(teams.members(alice.teamId())).containsExactly(alice, bob);
        assertThat(teams.members(people.charlie().teamId())).containsExactly(people.charlie());
    }
}
