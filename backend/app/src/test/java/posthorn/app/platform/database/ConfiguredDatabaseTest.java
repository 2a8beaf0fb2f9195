package posthorn.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.app.platform.Settings;
import posthorn.app.platform.TestServer;
import posthorn.app.platform.start.StartRefused;

class ConfiguredDatabaseTest {

    private final TestServer server = TestServer.only();

    @Test
    void takesADatabaseThatAnswers() {
        var settings =
                new Settings.Database(server.url("postgres"), server.user(), server.password());

        var details = ConfiguredDatabase.check(settings);

        assertThat(details.getJdbcUrl()).isEqualTo(server.url("postgres"));
        assertThat(details.getUsername()).isEqualTo(server.user());
    }

    @Test
    void tellsThatTheDatabaseDoesNotExistButNoSecret() {
        var url = server.url("nothing") + "?ApplicationName=secret";
        var settings = new Settings.Database(url, server.user(), server.password());

        assertThatThrownBy(() -> ConfiguredDatabase.check(settings))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(
                        "cannot be reached: FATAL: database \"nothing\" does not exist.")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void takesTheVersionsItIsTestedWith(int version) {
        assertThatCode(() -> ConfiguredDatabase.refuseVersion(version)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 14, 19})
    void refusesOtherVersions(int version) {
        assertThatThrownBy(() -> ConfiguredDatabase.refuseVersion(version))
                .isInstanceOf(StartRefused.class)
                .hasMessage(
                        "The database is PostgreSQL %d, but Posthorn needs PostgreSQL 15 to 18.",
                        version);
    }
}
