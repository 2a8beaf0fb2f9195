package posthorn.app.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The address of the page that is being shown, as a path of this site that is safe to link to.
final class Here {

    private static final Set<String> PREFERENCES = Set.of(Languages.COOKIE, Theme.COOKIE);

    private Here() {}

    /// The path alone, without query.
    static String path(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed instanceof String uri ? uri : request.getRequestURI();
        return isOurs(path) ? path : "/";
    }

    /// Path and query without the words of the language and theme switches.
    static String withoutPreferences(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null || request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null) {
            return path(request);
        }
        var kept =
                Arrays.stream(query.split("&"))
                        .filter(part -> !PREFERENCES.contains(part.split("=", 2)[0]))
                        .collect(Collectors.joining("&"));
        return kept.isEmpty() ? path(request) : path(request) + "?" + kept;
    }

    /// A path that begins with two slashes, or a slash and a backslash, leads to another host.
    private static boolean isOurs(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c == '\\' || c == ';' || c <= ' ');
    }
}
