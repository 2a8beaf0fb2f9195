package posthorn.app.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// A cookie that remembers how somebody likes pages to look. It says nothing about the person.
final class PreferenceCookie {

    private static final Duration YEAR = Duration.ofDays(365);

    private PreferenceCookie() {}

    static void write(
            String name, String value, HttpServletRequest request, HttpServletResponse response) {
        add(name, value, YEAR, request, response);
    }

    static void forget(String name, HttpServletRequest request, HttpServletResponse response) {
        add(name, "", Duration.ZERO, request, response);
    }

    private static void add(
            String name,
            String value,
            Duration life,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(life)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
