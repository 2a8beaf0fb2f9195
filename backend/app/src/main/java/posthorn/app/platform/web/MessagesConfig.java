package posthorn.app.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The sentences of the interface: every bundle in `frontend-templates/messages`.
@Configuration(proxyBeanMethods = false)
class MessagesConfig {

    private static final String ENDING = ".properties";

    @Bean
    MessageSource messageSource(FrontendFiles files) throws IOException {
        var source = new ReloadableResourceBundleMessageSource();
        source.setBasenames(bundles(files));
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setCacheSeconds(files.isLive() ? 1 : -1);
        return source;
    }

    private static String[] bundles(FrontendFiles files) throws IOException {
        var found =
                new PathMatchingResourcePatternResolver()
                        .getResources(files.pattern("messages/*" + ENDING));
        return Arrays.stream(found)
                .map(Resource::getFilename)
                .filter(Objects::nonNull)
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .filter(name -> !name.endsWith("_de"))
                .distinct()
                .sorted()
                .map(name -> files.location("messages/" + name))
                .toArray(String[]::new);
    }
}
