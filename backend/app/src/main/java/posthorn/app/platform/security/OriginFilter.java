package posthorn.app.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import posthorn.app.platform.Settings;

/// Refuses changes that a page of another site sends, besides the token that each form carries.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OriginFilter extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final String own;

    OriginFilter(Settings settings) {
        own = authority(settings.baseUrl());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HARMLESS.contains(request.getMethod()) || isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean isOurs(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        return (site == null || OWN_SITES.contains(site))
                && (origin == null || isOurs(origin, request.getHeader("Host")));
    }

    /// A proxy in front may speak https with the browser, so the scheme is not compared.
    private boolean isOurs(String origin, @Nullable String host) {
        var authority = authority(origin);
        return authority.equals(own)
                || (host != null && authority.equals(host.toLowerCase(Locale.ROOT)));
    }

    private static String authority(String url) {
        try {
            var authority = URI.create(url).getAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
