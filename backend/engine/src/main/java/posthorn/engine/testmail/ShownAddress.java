package posthorn.engine.testmail;

import java.util.Optional;

/// An address within a text that people read.
final class ShownAddress {

    private ShownAddress() {}

    /// The first one, if its domain has a dot.
    static Optional<String> in(String text) {
        int at = text.indexOf('@');
        int start = at;
        while (start > 0 && isAddressLike(text.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        while (at >= 0 && end < text.length() && isAddressLike(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && text.charAt(end - 1) == '.') {
            end--;
        }
        boolean whole = at > start && text.lastIndexOf('.', end - 1) > at;
        return whole ? Optional.of(text.substring(start, end)) : Optional.empty();
    }

    private static boolean isAddressLike(char c) {
        return Character.isLetterOrDigit(c) || "._+-".indexOf(c) >= 0;
    }
}
