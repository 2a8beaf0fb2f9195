package posthorn.app.platform.web;

import java.util.List;

/// What the layout shows around every page; templates know it as `site`.
///
/// @param language of the page
/// @param theme light or dark; empty when the device decides
/// @param path of the page
/// @param here path and query of the page, for the switches
/// @param person the name of who is signed in; empty when nobody is
public record Site(String language, String theme, String path, String here, String person) {

    /// Whether somebody is signed in.
    public boolean isSignedIn() {
        return !person.isEmpty();
    }

    /// Whether the page is this one or below it.
    public boolean at(String start) {
        return path.equals(start) || path.startsWith(start + "/");
    }

    /// The languages the page could be in besides its own.
    public List<String> otherLanguages() {
        return Languages.ALL.stream().filter(other -> !other.equals(language)).toList();
    }

    /// The themes to choose from.
    public List<String> themes() {
        return Theme.names();
    }

    /// Whether this theme is the chosen one.
    public boolean shows(String word) {
        return word.equals(theme.isEmpty() ? Theme.SYSTEM.word() : theme);
    }
}
