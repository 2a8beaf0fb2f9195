package posthorn.app.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import posthorn.app.platform.MovableClock;
import posthorn.app.platform.PostgresTest;
import posthorn.app.platform.Settings;
import posthorn.app.platform.mail.KeptMailPage.Piece;

@PostgresTest
@AutoConfigureMockMvc
@Import(MovableClock.Config.class)
class OutboxTest {

    private static final EmailAddress ALICE = new EmailAddress("alice@example.org");

    @Autowired private MockMvc mvc;
    @Autowired private OutgoingMail outgoing;
    @Autowired private OutgoingMailRows rows;
    @Autowired private TransactionTemplate transaction;

    @Test
    void showsKeptMailsToWhoeverSitsAtTheMachine() throws Exception {
        var id = keep(Mail.plain(ALICE, "Please confirm", "http://localhost:0/confirm?token=abc"));

        mvc.perform(get("/outbox"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Please confirm")));
        mvc.perform(get("/outbox/" + id))
                .andExpect(
                        content()
                                .string(
                                        Matchers.containsString(
                                                "href=\"http://localhost:0/confirm?token=abc\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "10.0.0.1", "2001:db8::1", "172.17.0.1"})
    void hidesThemFromOtherMachines(String address) throws Exception {
        var id = keep(Mail.plain(ALICE, "Secret", "text"));

        for (var path : List.of("/outbox", "/outbox/" + id)) {
            mvc.perform(
                            get(path)
                                    .with(request -> {
                                        request.setRemoteAddr(address);
                                        return request;
                                    }))
                    .andExpect(status().isNotFound());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"})
    void hidesThemFromRequestsThroughAProxy(String header) throws Exception {
        mvc.perform(get("/outbox").header(header, "for=127.0.0.1"))
                .andExpect(status().isNotFound());
    }

    @Test
    void isClosedWhenARelayIsSetOrTheAddressIsPublic() {
        var request = new MockHttpServletRequest();

        assertThat(outbox(Map.of()).isOpenFor(request)).isTrue();
        assertThat(outbox(Map.of("posthorn.mail.host", "relay.example.org")).isOpenFor(request))
                .isFalse();
        assertThat(
                        outbox(Map.of("posthorn.base-url", "https://posthorn.example.org"))
                                .isOpenFor(request))
                .isFalse();
    }

    @Test
    void hasNothingAtNumbersThatDoNotExist() throws Exception {
        mvc.perform(get("/outbox/999999")).andExpect(status().isNotFound());
    }

    @Test
    void showsForeignMarkupAsText() throws Exception {
        var mail =
                new Mail(
                        ALICE,
                        "<script>alert(1)</script>",
                        "<img src=x onerror=alert(1)> javascript:alert(1)",
                        "<p onclick=alert(1)>html</p>",
                        Map.of());
        var id = keep(mail);

        var page = mvc.perform(get("/outbox/" + id)).andReturn().getResponse().getContentAsString();

        assertThat(page)
                .doesNotContain("<script>alert", "<img src=x", "<p onclick")
                .contains("&lt;script&gt;alert(1)", "&lt;img src=x", "&lt;p onclick");
    }

    @Test
    void linksOnlyToThisInstallation() {
        var own = "http://localhost:8080/";

        assertThat(KeptMailPage.pieces("see http://localhost:8080/confirm?token=a now", own))
                .containsExactly(
                        new Piece("see ", false),
                        new Piece("http://localhost:8080/confirm?token=a", true),
                        new Piece(" now", false));
        for (var foreign :
                List.of(
                        "http://localhost:8080.example.net/",
                        "https://example.net/http://localhost:8080/",
                        "javascript:alert(1)")) {
            assertThat(KeptMailPage.pieces(foreign, own))
                    .containsExactly(new Piece(foreign, false));
        }
    }

    private long keep(Mail mail) {
        transaction.executeWithoutResult(_ -> outgoing.send(mail));
        return rows.kept(1).getFirst().id();
    }

    private static Outbox outbox(Map<String, String> values) {
        return new Outbox(
                new Binder(new MapConfigurationPropertySource(values))
                        .bindOrCreate("posthorn", Settings.class));
    }
}
