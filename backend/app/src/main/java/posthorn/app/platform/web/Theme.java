package posthorn.app.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/// How bright pages are: as the device wants it, or as chosen by the switch.
enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    static final String COOKIE = "theme";

    static List<String> names() {
        return Arrays.stream(values()).map(Theme::word).toList();
    }

    static Optional<Theme> named(String word) {
        return Arrays.stream(values()).filter(theme -> theme.word().equals(word)).findFirst();
    }

    static Theme of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? SYSTEM : named(cookie.getValue()).orElse(SYSTEM);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    void keep(HttpServletRequest request, HttpServletResponse response) {
        if (this == SYSTEM) {
            PreferenceCookie.forget(COOKIE, request, response);
        } else {
            PreferenceCookie.write(COOKIE, word(), request, response);
        }
    }
}
