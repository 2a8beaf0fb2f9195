package posthorn.app.platform;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Points the settings to the test server before any bean can read them.
final class TestDatabaseSettings
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var server = TestServer.only();
        TestPropertyValues.of(
                        "posthorn.database.url=" + server.url("postgres"),
                        "posthorn.database.user=" + server.user(),
                        "posthorn.database.password=" + server.password())
                .applyTo(context);
    }
}
