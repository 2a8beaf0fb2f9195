package posthorn.app.account;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import posthorn.app.platform.Settings;

/// Sessions and their cookie.
@Configuration(proxyBeanMethods = false)
class SessionConfig {

    /// A visitor who is not signed in leaves little behind: a token for forms, for so long.
    private static final Duration VISIT = Duration.ofHours(2);

    /// The prefix `__Host-` makes browsers refuse the cookie from anybody but this very host.
    @Bean
    CookieSerializer sessionCookie(Settings settings) {
        var isHttps = settings.baseUrl().startsWith("https:");
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(isHttps ? "__Host-posthorn" : "posthorn");
        cookie.setCookiePath("/");
        cookie.setUseSecureCookie(isHttps);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> visits() {
        return sessions -> sessions.setDefaultMaxInactiveInterval(VISIT);
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }
}
