package posthorn.app.platform.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import posthorn.app.platform.Settings;

/// Chooses the database: the one in the settings, or the embedded one.
@Configuration(proxyBeanMethods = false)
class DatabaseConfig {

    @Bean
    JdbcConnectionDetails chosenDatabase(Settings settings) {
        return settings.database().isEmbedded()
                ? EmbeddedDatabase.start(settings.data())
                : ConfiguredDatabase.check(settings.database());
    }
}
