package posthorn.app.platform;

import java.time.Clock;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.type.format.jackson.Jackson3JsonFormatMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import posthorn.app.platform.start.Port;
import tools.jackson.databind.json.JsonMapper;

/// What the whole service stands on.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class PlatformConfig {

    /// The only place the service asks what time it is.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> listensWhereToldTo(
            Settings settings) {
        var address = new HostPort(settings.address(), settings.port()).address().getAddress();
        if (address == null) {
            throw new InvalidSetting(
                    "posthorn.address", settings.address(), "is no address of this machine");
        }
        return server -> {
            Port.refuseUnusable(address, settings.port());
            server.setPort(settings.port());
            server.setAddress(address);
        };
    }

    /// Without this Hibernate takes an older Jackson wherever one is on the class path.
    @Bean
    HibernatePropertiesCustomizer jsonColumns(JsonMapper json) {
        return properties ->
                properties.put(
                        MappingSettings.JSON_FORMAT_MAPPER, new Jackson3JsonFormatMapper(json));
    }

    @Bean
    SchedulerFactoryBeanCustomizer jobsOnVirtualThreads() {
        return quartz -> quartz.setTaskExecutor(new VirtualThreadTaskExecutor("quartz-"));
    }
}
