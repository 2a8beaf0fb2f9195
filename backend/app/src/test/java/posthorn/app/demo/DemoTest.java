package posthorn.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import posthorn.app.account.Accounts;
import posthorn.app.account.Role;
import posthorn.app.domains.Domain;
import posthorn.app.domains.Domains;
import posthorn.app.monitoring.Monitoring;
import posthorn.app.monitoring.Observation;
import posthorn.app.platform.PostgresTest;
import posthorn.app.platform.Settings;
import posthorn.app.platform.mail.EmailAddress;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.DnsServer;

@PostgresTest
@AutoConfigureMockMvc
class DemoTest {

    @Autowired private MockMvc mvc;
    @Autowired private Accounts accounts;
    @Autowired private Domains domains;
    @Autowired private Monitoring monitoring;
    @Autowired private DemoSeed seed;
    @Autowired private DnsServer server;
    @Autowired private Dns dns;
    @Autowired private Settings settings;

    @DynamicPropertySource
    static void demo(DynamicPropertyRegistry settings) throws IOException {
        Path data = Files.createTempDirectory("posthorn-demo");
        settings.add("posthorn.demo", () -> "true");
        settings.add("posthorn.demo-port", () -> "0");
        settings.add("posthorn.data", data::toString);
    }

    @Test
    void letsPeopleInWithOneClick() throws Exception {
        mvc.perform(get("/sign-in"))
                .andExpect(content().string(containsString("Sign in to the demo")));
        mvc.perform(
                        post("/sign-in")
                                .with(csrf())
                                .param("email", DemoAccess.ALICE.email())
                                .param("password", DemoAccess.ALICE.password()))
                .andExpect(redirectedUrl("/domains"));
    }

    @Test
    void hasATeamThatWatchesAllDomains() {
        var alice = accounts.find(new EmailAddress("alice@example.org")).orElseThrow();
        var bob = accounts.find(new EmailAddress("bob@example.org")).orElseThrow();

        assertThat(alice.role()).isEqualTo(Role.OWNER);
        assertThat(bob.role()).isEqualTo(Role.VIEWER);
        assertThat(bob.teamId()).isEqualTo(alice.teamId());
        assertThat(domains.list(alice.teamId())).hasSizeGreaterThan(30);
    }

    @Test
    void seedsOnlyOnce() {
        var alice = accounts.find(new EmailAddress("alice@example.org")).orElseThrow();
        int before = domains.list(alice.teamId()).size();

        seed.run(new DefaultApplicationArguments());

        assertThat(domains.list(alice.teamId())).hasSize(before);
    }

    @Test
    void asksItsOwnServer() {
        assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(dns.txt(DnsName.of("healthy.example")).records()).isNotEmpty();
    }

    @Test
    void inventsAPastAndSaysSo() {
        assertThat(monitoring.changes(find("healthy.example"), 10, 0)).hasSize(1);
        for (var name : new String[] {"healthy.example", "plus-all.example", "listed.example"}) {
            assertThat(monitoring.status(find(name)).open())
                    .as(name)
                    .isNotEmpty()
                    .allMatch(Observation::isSeeded);
        }
        assertThat(monitoring.status(find("silent.example")).open()).isEmpty();
    }

    @Test
    void isInAHurry() {
        assertThat(settings.schedule().confirm()).hasSeconds(15);
    }

    private Domain find(String name) {
        var alice = accounts.find(new EmailAddress("alice@example.org")).orElseThrow();
        return domains.find(alice.teamId(), name);
    }
}
