package posthorn.app.platform.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void knowsEachSettingByItsNameInCapitals() {
        var variables =
                List.of(
                        "POSTHORN_PORT",
                        "POSTHORN_BASE_URL",
                        "POSTHORN_DATABASE_URL",
                        "POSTHORN_RESOLVERS",
                        "POSTHORN_RESOLVERS_0",
                        "PATH",
                        "HOME");

        assertThatCode(() -> Environment.refuseUnknown(variables)).doesNotThrowAnyException();
    }

    @Test
    void refusesAMisspeltOne() {
        assertThatThrownBy(() -> Environment.refuseUnknown(List.of("PATH", "POSTHORN_PROT")))
                .isInstanceOf(StartRefused.class)
                .hasMessage(
                        "The environment variable POSTHORN_PROT is no setting;"
                                + " docs/configuration.md lists them all.");
    }
}
