package posthorn.engine.server;

import java.util.regex.Pattern;
import posthorn.engine.outside.IpText;

/// Whether a text is what a place is for, and nothing else: in the line of a configuration or of a
/// shell it can mean nothing but itself. The characters are letters, digits, hyphens and dots; in
/// addresses colons too.
final class Fit {

    private static final int LONGEST_NAME = 253;
    private static final int MOST_LABELS_OF_SELECTOR = 4;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final String TOP = "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HOST = Pattern.compile("(?:" + LABEL + "\\.)+" + TOP);
    private static final Pattern SELECTOR =
            Pattern.compile(
                    LABEL + "(?:\\." + LABEL + "){0," + (MOST_LABELS_OF_SELECTOR - 1) + "}");

    private Fit() {}

    /// Whether `text` may stand in this place.
    static boolean fits(String place, String text) {
        return switch (place) {
            case "host", "mx", "domain" -> isHost(text);
            case "pattern" -> isHost(text.startsWith("*.") ? text.substring(2) : text);
            case "selector", "old" -> isSelector(text);
            case "address" -> isAddress(text);
            default -> false;
        };
    }

    private static boolean isHost(String text) {
        return text.length() <= LONGEST_NAME && HOST.matcher(text).matches();
    }

    private static boolean isSelector(String text) {
        return text.length() <= LONGEST_NAME && SELECTOR.matcher(text).matches();
    }

    /// Only as we write addresses ourselves.
    private static boolean isAddress(String text) {
        return IpText.parse(text).map(IpText::of).filter(text::equals).isPresent();
    }
}
