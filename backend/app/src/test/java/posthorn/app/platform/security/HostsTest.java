package posthorn.app.platform.security;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import posthorn.app.platform.MovableClock;
import posthorn.app.platform.PostgresTest;

@PostgresTest
@AutoConfigureMockMvc
@Import(MovableClock.Config.class)
class HostsTest {

    @Autowired private MockMvc mvc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "evil.example:8080",
                "192.0.2.1",
                "127.0.0.1.evil.example"
            })
    void answersUnderNoForeignName(String host) throws Exception {
        for (var path : new String[] {"/", "/sign-in", "/nowhere", "/assets/css/posthorn.css"}) {
            mvc.perform(get("http://" + host + path)).andExpect(status().isBadRequest());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1", "[::1]", "LOCALHOST"})
    void answersUnderTheNamesOfTheMachine(String host) throws Exception {
        mvc.perform(get("http://" + host + "/sign-in")).andExpect(status().isOk());
    }

    @Test
    void doesNotBelieveHeadersThatNameAnotherHost() throws Exception {
        mvc.perform(
                        get("/sign-in")
                                .header("X-Forwarded-Host", "evil.example")
                                .header("Forwarded", "host=evil.example")
                                .header("X-Forwarded-Prefix", "/evil"))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://localhost.evil.example",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void refusesChangesFromOtherSites(String header, String value) throws Exception {
        mvc.perform(
                        post("/forgotten")
                                .header(header, value)
                                .header("Host", "localhost")
                                .param("email", "alice@example.org")
                                .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @CsvSource({"Origin, http://localhost", "Sec-Fetch-Site, same-origin", "Sec-Fetch-Site, none"})
    void takesChangesFromItsOwnPages(String header, String value) throws Exception {
        mvc.perform(
                        post("/forgotten")
                                .header(header, value)
                                .header("Host", "localhost")
                                .param("email", "nobody@example.org")
                                .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(status().isFound());
    }
}
