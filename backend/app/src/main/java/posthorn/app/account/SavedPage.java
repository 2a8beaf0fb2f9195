package posthorn.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/// The page somebody wanted before signing in: kept on the server, never taken from the request.
@Component
class SavedPage {

    private final RequestCache wishes;

    SavedPage(RequestCache wishes) {
        this.wishes = wishes;
    }

    /// Takes the page out of the session; a path of this site, with its query.
    Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        var saved = wishes.getRequest(request, response);
        return saved instanceof DefaultSavedRequest page
                ? Optional.of(pathOf(page)).filter(SavedPage::isOurs)
                : Optional.empty();
    }

    private static String pathOf(DefaultSavedRequest page) {
        var path = Objects.requireNonNullElse(page.getRequestURI(), "");
        var query = page.getQueryString();
        return query == null ? path : path + "?" + query;
    }

    /// Two slashes, or a slash and a backslash, would lead to another host.
    static boolean isOurs(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c == '\\' || c <= ' ' || c == 0x7f);
    }
}
