package posthorn.app.lists;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
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
import posthorn.app.monitoring.TestWorld;
import posthorn.app.platform.PostgresTest;

@PostgresTest
@AutoConfigureMockMvc
@Import({TestWorld.class, TestLists.class})
class ListControllerTest {

    @Autowired private MockMvc mvc;
    @Autowired private People people;
    @Autowired private ListTests tests;
    @Autowired private TestWorld.Stage stage;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void oneListFailed() {
        jdbc.sql("delete from dns_list_state").update();
        jdbc.sql("delete from dns_list_change").update();
        stage.pass(Duration.ofDays(1));
        stage.says("test.names.example. A 127.0.0.4\n2.0.0.127.alpha.example. A 127.0.0.2\n");
        tests.run();
        stage.says("test.names.example. A 127.0.0.4\n*.alpha.example. A 127.255.255.254\n");
        stage.pass(Duration.ofMinutes(16));
        tests.run();
        stage.pass(Duration.ofMinutes(31));
        tests.run();
    }

    @Test
    void showsStrangersHowEachListIs() throws Exception {
        mvc.perform(get("/lists").header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Refuses us")))
                .andExpect(content().string(containsString("Checks do not ask it at present.")))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "Asked about 127.0.0.2, answered"
                                                        + " 127.255.255.254")))
                .andExpect(content().string(containsString("Works")))
                .andExpect(content().string(containsString("Terms not accepted")))
                .andExpect(content().string(containsString("Switched off")))
                .andExpect(content().string(containsString("was: Works; is now: Refuses us.")))
                .andExpect(content().string(containsString("href=\"https://terms.example/\"")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void namesClosedListsWithDateAndReasonInBothLanguages() throws Exception {
        mvc.perform(get("/lists").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("ix.dnsbl.manitu.net")))
                .andExpect(content().string(containsString("2025-01-16")))
                .andExpect(content().string(containsString("emptied for legal reasons")));
        mvc.perform(get("/lists").header("Accept-Language", "de"))
                .andExpect(content().string(containsString("Verweigert sich uns")))
                .andExpect(content().string(containsString("aus rechtlichen Gründen geleert")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void looksTheSameToEverybody() throws Exception {
        for (var person : new Member[] {people.alice(), people.bob(), people.charlie()}) {
            mvc.perform(get("/lists").with(People.signedIn(person))).andExpect(status().isOk());
        }
    }

    @Test
    void escapesWhatOperatorsWrite() throws Exception {
        mvc.perform(get("/lists"))
                .andExpect(content().string(containsString("Alpha &lt;script&gt;")));
    }

    @Test
    void isForReadingOnly() throws Exception {
        mvc.perform(post("/lists").with(csrf())).andExpect(status().isMethodNotAllowed());
        mvc.perform(post("/lists")).andExpect(status().isForbidden());
    }

    @Test
    void isFoundFromEveryPage() throws Exception {
        mvc.perform(get("/")).andExpect(content().string(containsString("href=\"/lists\"")));
    }
}
