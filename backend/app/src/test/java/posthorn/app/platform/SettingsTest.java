package posthorn.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import posthorn.engine.outside.DnsName;

class SettingsTest {

    @Test
    void standOnTheirOwn() {
        var settings = bind(Map.of());

        assertThat(settings.baseUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.schedule().interval()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.demo()).isFalse();
    }

    @Test
    void followThePortUnlessTheBaseUrlIsGiven() {
        assertThat(bind(Map.of("posthorn.port", "8081")).baseUrl())
                .isEqualTo("http://localhost:8081");
        assertThat(bind(Map.of("posthorn.base-url", "https://posthorn.example.org/")).baseUrl())
                .isEqualTo("https://posthorn.example.org");
    }

    @Test
    void buildLinks() {
        var settings = bind(Map.of("posthorn.base-url", "https://example.org/posthorn"));

        assertThat(settings.link("/sign-in")).hasToString("https://example.org/posthorn/sign-in");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.53, 192.0.2.53, 53",
        "192.0.2.53:5353, 192.0.2.53, 5353",
        "2001:db8::53, 2001:db8::53, 53",
        "[2001:db8::53], 2001:db8::53, 53",
        "[2001:db8::53]:5353, 2001:db8::53, 5353"
    })
    void readResolvers(String text, String host, int port) {
        var settings = bind(Map.of("posthorn.resolvers", text));

        assertThat(settings.resolverAddresses()).containsExactly(new InetSocketAddress(host, port));
    }

    @Test
    void readHowMailServersAreAsked() {
        var smtp =
                bind(Map.of(
                                "posthorn.smtp.name", "Probe.example.org.",
                                "posthorn.smtp.known-hosts", "a.example.net, b.example.net"))
                        .smtp();

        assertThat(smtp.probe()).isTrue();
        assertThat(smtp.name()).isEqualTo("probe.example.org");
        assertThat(smtp.knownNames())
                .containsExactly(DnsName.of("a.example.net"), DnsName.of("b.example.net"));
    }

    @Test
    void askRegistriesUnlessToldNotTo() {
        assertThat(bind(Map.of()).registry().probe()).isTrue();
        assertThat(bind(Map.of("posthorn.registry.probe", "false")).registry().probe()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "a b.example", "192..2", "-"})
    void refuseMailHostsThatAreNone(String text) {
        assertRefused("posthorn.smtp.name", text, "is no name of a host");
        assertRefused("posthorn.smtp.known-hosts", text, "is no name of a host");
    }

    @Test
    void readSeveralResolvers() {
        var settings = bind(Map.of("posthorn.resolvers", "192.0.2.1, 192.0.2.2:54"));

        assertThat(settings.resolverAddresses()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.53:", "192.0.2.53:0", "192.0.2.53:65536", "192.0.2.53:dns", "a b", ":53",
                "[2001:db8::53", "[2001:db8::53]53", "[]:53", "-x", "udp://192.0.2.53", "1:2:3:g::"
            })
    void refuseResolversThatAreNone(String text) {
        assertRefused("posthorn.resolvers", text, "is no host or host:port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posthorn.example.org",
                "ftp://example.org",
                "https://",
                "https://a b",
                "https://example.org?x=1",
                "https://alice@example.org",
                "https://exa%mple"
            })
    void refuseBaseUrlsNobodyCanFollow(String text) {
        assertRefused("posthorn.base-url", text, "is no address like https://posthorn.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536"})
    void refusePortsThatAreNone(String text) {
        assertRefused("posthorn.port", text, "is no port (0 to 65535)");
    }

    @Test
    void refuseDatabasesOfAnotherKind() {
        assertRefused(
                "posthorn.database.url",
                "jdbc:mysql://db.example.org/x",
                "must start with jdbc:postgresql://");
    }

    @Test
    void refuseSendersThatAreNoAddress() {
        assertRefused("posthorn.mail.from", "Posthorn", "is no mail address");
    }

    @Test
    void refuseToRunAllTheTime() {
        assertRefused("posthorn.schedule.tick", "0s", "must be longer than nothing", "PT0S");
    }

    @Test
    void hidePasswords() {
        var settings =
                bind(
                        Map.of(
                                "posthorn.database.url",
                                        "jdbc:postgresql://db.example.org/posthorn",
                                "posthorn.database.password", "secret-1",
                                "posthorn.mail.host", "relay.example.org",
                                "posthorn.mail.password", "secret-2"));

        assertThat(settings.toString()).doesNotContain("secret");
    }

    private static void assertRefused(String name, String value, String why) {
        assertRefused(name, value, why, value);
    }

    private static void assertRefused(String name, String value, String why, String shown) {
        assertThatThrownBy(() -> bind(Map.of(name, value)))
                .rootCause()
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("The setting %s=%s %s.", name, shown, why);
    }

    private static Settings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("posthorn", Settings.class);
    }
}
