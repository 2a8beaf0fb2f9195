package posthorn.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Leads a stranger to the sign-in page; a part of a page that is loaded by script leads the whole
/// page there.
final class SignInFirst implements AuthenticationEntryPoint {

    private static final String PAGE = "/sign-in";

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException stranger) {
        if (request.getHeader("HX-Request") == null) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(HttpHeaders.LOCATION, PAGE);
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", PAGE);
        }
    }
}
