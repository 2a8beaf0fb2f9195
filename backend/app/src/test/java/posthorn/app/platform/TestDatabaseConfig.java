package posthorn.app.platform;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Puts the test database in the place of the service's own.
@TestConfiguration(proxyBeanMethods = false)
class TestDatabaseConfig {

    @Bean
    @Primary
    TestDatabase testDatabase() {
        return new TestDatabase();
    }
}
