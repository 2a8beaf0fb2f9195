package posthorn.app.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.web.servlet.HandlerInterceptor;

/// Takes `?lang=de` and `?theme=dark` on any page, keeps the choice in a cookie, and leads back to
/// the same page without them.
final class PreferenceSwitch implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals("GET") || !switches(request, response)) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", Here.withoutPreferences(request));
        return false;
    }

    private static boolean switches(HttpServletRequest request, HttpServletResponse response) {
        var language = request.getParameter(Languages.COOKIE);
        var theme = request.getParameter(Theme.COOKIE);
        var ours = language != null && Languages.ALL.contains(language);
        if (ours) {
            Languages.keep(Locale.of(language), request, response);
        }
        var known = theme == null ? null : Theme.named(theme).orElse(null);
        if (known != null) {
            known.keep(request, response);
        }
        return ours || known != null;
    }
}
