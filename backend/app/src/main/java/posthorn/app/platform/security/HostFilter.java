package posthorn.app.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import posthorn.app.platform.Settings;

/// Answers only under the name this installation has, and under the names of the machine itself.
///
/// A foreign name that leads here could otherwise make a browser lend its access to somebody else.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class HostFilter extends OncePerRequestFilter {

    private static final Set<String> LOCAL =
            Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

    private final String own;

    HostFilter(Settings settings) {
        own = URI.create(settings.baseUrl()).getHost().toLowerCase(Locale.ROOT);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var host = request.getServerName().toLowerCase(Locale.ROOT);
        if (host.equals(own) || LOCAL.contains(host)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
