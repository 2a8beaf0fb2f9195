package posthorn.app.platform.security;

import java.util.List;

/// Path patterns that a module opens to people who are not signed in; all others are closed.
public record PublicPaths(List<String> patterns) {

    public PublicPaths {
        patterns = List.copyOf(patterns);
    }

    /// Opens these patterns, such as `/tools/**`.
    public static PublicPaths of(String... patterns) {
        return new PublicPaths(List.of(patterns));
    }
}
