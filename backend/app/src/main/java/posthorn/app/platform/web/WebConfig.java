package posthorn.app.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/// Templates, static files, languages.
@Configuration(proxyBeanMethods = false)
@Order(-1)
class WebConfig implements WebMvcConfigurer {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final FrontendFiles files;

    WebConfig(FrontendFiles files) {
        this.files = files;
    }

    @Bean
    SpringResourceTemplateResolver defaultTemplateResolver(ApplicationContext context) {
        var resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix(files.location("pages/"));
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setCacheable(!files.isLive());
        return resolver;
    }

    @Bean
    LocaleResolver localeResolver(ObjectProvider<LocaleSource> sources) {
        return new Languages(sources);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> compressesText() {
        var compression = new Compression();
        compression.setEnabled(true);
        return server -> server.setCompression(compression);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersUnreadableRequests() {
        return tomcat ->
                tomcat.addContextCustomizers(context -> {
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass(UnreadableRequests.class.getName());
                    }
                });
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PreferenceSwitch());
    }

    /// An address with the hash of the content in it never goes stale; templates get it by `@{…}`.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(files.location("assets/"))
                .setCacheControl(files.isLive() ? CacheControl.noCache() : FOR_GOOD)
                .resourceChain(!files.isLive())
                .addResolver(byContent());
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(FOR_GOOD)
                .resourceChain(true)
                .addResolver(byContent())
                .addResolver(new LiteWebJarsResourceResolver());
    }

    private static VersionResourceResolver byContent() {
        return new VersionResourceResolver().addContentVersionStrategy("/**");
    }
}
