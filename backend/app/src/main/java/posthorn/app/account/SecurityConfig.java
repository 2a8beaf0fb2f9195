package posthorn.app.account;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import posthorn.app.platform.security.PublicPaths;

/// Every page is closed to strangers unless a module opens it by a `PublicPaths` bean.
///
/// Response headers are set in one place, `platform.web`, for files and errors too.
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            ObjectProvider<PublicPaths> open,
            Accounts accounts,
            Clock clock,
            SecurityContextRepository contexts,
            RequestCache wishes) {
        return http.authorizeHttpRequests(paths ->
                        paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(patterns(open))
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(
                        new MemberFilter(accounts, clock), AnonymousAuthenticationFilter.class)
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(wishes))
                .exceptionHandling(it -> it.authenticationEntryPoint(new SignInFirst()))
                .logout(it -> it.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .headers(headers -> headers.disable())
                .build();
    }

    /// Remembers on the server which page somebody wanted before signing in.
    @Bean
    RequestCache wishes() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request ->
                HttpMethod.GET.matches(request.getMethod())
                        && request.getHeader("HX-Request") == null);
        return cache;
    }

    @Bean
    PublicPaths commonPaths() {
        return PublicPaths.of("/", "/assets/**", "/webjars/**", "/error", "/actuator/health");
    }

    @Bean
    PublicPaths accountPaths() {
        return PublicPaths.of("/sign-up/**", "/sign-in", "/confirm", "/forgotten/**", "/reset");
    }

    private static String[] patterns(ObjectProvider<PublicPaths> open) {
        return open.stream().flatMap(paths -> paths.patterns().stream()).toArray(String[]::new);
    }
}
