package posthorn.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import posthorn.app.account.Accounts;
import posthorn.app.monitoring.Past;
import posthorn.app.platform.PostgresTest;
import posthorn.app.platform.mail.EmailAddress;
import posthorn.engine.outside.DnsServer;

@PostgresTest
@AutoConfigureMockMvc
class NoDemoTest {

    @Autowired private MockMvc mvc;
    @Autowired private ApplicationContext context;
    @Autowired private Accounts accounts;

    @Test
    void hasNothingOfTheDemo() throws Exception {
        for (var type :
                new Class<?>[] {
                    DemoWorld.class,
                    DnsServer.class,
                    DemoSeed.class,
                    DemoAdvice.class,
                    DemoPast.class,
                    Past.class
                }) {
            assertThat(context.getBeanNamesForType(type)).as(type.getSimpleName()).isEmpty();
        }
        assertThat(accounts.find(new EmailAddress(DemoAccess.ALICE.email()))).isEmpty();
        mvc.perform(get("/sign-in"))
                .andExpect(content().string(not(containsString(DemoAccess.ALICE.password()))));
    }
}
