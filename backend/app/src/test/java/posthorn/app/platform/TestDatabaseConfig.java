package posthorn.app.platform;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// Puts the test database in the place of the service's own.
@TestConfiguration(proxyBeanMethods = false)
class TestDatabaseConfig {

    @Bean
    @Primary
    TestDatabase testDatabase() {
        return new TestDatabase();
    }

    @Bean
    DynamicPropertyRegistrar databaseSettings() {
        return settings -> {
            settings.add("posthorn.database.url", () -> TestServer.only().url("postgres"));
            settings.add("posthorn.database.user", TestServer.only()::user);
            settings.add("posthorn.database.password", TestServer.only()::password);
        };
    }
}
