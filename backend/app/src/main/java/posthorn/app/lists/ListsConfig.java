package posthorn.app.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import posthorn.app.platform.InvalidSetting;
import posthorn.app.platform.Settings;
import posthorn.app.platform.security.PublicPaths;
import posthorn.engine.dnsbl.ListTable;
import posthorn.engine.table.Unreadable;

/// Which lists there are, and who may see them: everybody.
@Configuration(proxyBeanMethods = false)
class ListsConfig {

    /// The DNS lists that may be asked. The demo has its own.
    @Bean
    @ConditionalOnBooleanProperty(
            name = "posthorn.demo",
            havingValue = false,
            matchIfMissing = true)
    ListTable listTable(Settings settings) {
        var file = settings.lists().strip();
        if (file.isEmpty()) {
            return ListTable.builtIn();
        }
        try {
            return ListTable.builtIn().extendedBy(Files.readString(Path.of(file)));
        } catch (IOException | InvalidPathException e) {
            throw new InvalidSetting("posthorn.lists", file, "cannot be read");
        } catch (Unreadable e) {
            throw new InvalidSetting(
                    "posthorn.lists", file, "cannot be understood: " + e.getMessage());
        }
    }

    @Bean
    PublicPaths listPaths() {
        return PublicPaths.of("/lists");
    }
}
