package posthorn.app.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.server.PortInUseException;
import posthorn.app.platform.Settings;

class StartFailureTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(OnlySettings.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    port=eighty           | The setting posthorn.port=eighty is no number.
                    port=70000            | The setting posthorn.port=70000 is no port (0 to 65535).
                    demo=perhaps          | The setting posthorn.demo=perhaps is neither true nor false.
                    schedule.tick=soon    | The setting posthorn.schedule.tick=soon is no time span like 90s, 15m or 1h.
                    mail.tls=ssl3         | The setting posthorn.mail.tls=ssl3 is none of none, starttls, tls.
                    resolvers=a b         | The setting posthorn.resolvers=a b is no host or host:port.
                    database.url=db       | The setting posthorn.database.url=db must start with jdbc:postgresql://.
                    base-url=example.org  | The setting posthorn.base-url=example.org is no address like https://posthorn.example.org.
                    prot=8081             | The setting posthorn.prot is unknown; docs/configuration.md lists them all.
                    mail.hots=relay       | The setting posthorn.mail.hots is unknown; docs/configuration.md lists them all.
                    """)
    void namesTheSettingAndWhatIsWrongWithIt(String setting, String sentence) {
        context.withPropertyValues("posthorn." + setting)
                .run(failed -> assertThat(told(failed)).contains(sentence));
    }

    @Test
    void namesTheTakenPort() {
        assertThat(sentence(new PortInUseException(8080)))
                .contains(
                        "Port 8080 is already in use; stop the other program or choose another port"
                                + " with --port.");
    }

    @Test
    void tellsWhyAMigrationFailedInOneLine() {
        assertThat(sentence(new FlywayException("No rights\n\non schema public.")))
                .contains(
                        "The database could not be brought up to date: No rights on schema public.");
    }

    @Test
    void prefersOurReasonToWhatWrapsIt() {
        var ours = new StartRefused("The data folder is full.");

        assertThat(sentence(new FlywayException("wrapped", ours)))
                .contains("The data folder is full.");
    }

    @Test
    void leavesWhatItDoesNotKnowToSpring() {
        assertThat(sentence(new IllegalStateException("a mistake of ours"))).isEmpty();
    }

    private static Optional<String> told(AssertableApplicationContext context) {
        return Optional.ofNullable(context.getStartupFailure()).flatMap(StartFailure::sentence);
    }

    private static Optional<String> sentence(Throwable failure) {
        return StartFailure.sentence(new IllegalStateException("wrapped", failure));
    }

    @EnableConfigurationProperties(Settings.class)
    static class OnlySettings {}
}
