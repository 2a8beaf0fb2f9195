package posthorn.engine.authres;

import java.util.function.IntPredicate;

/// The words of RFC 8601 §2.2, with the characters beyond ASCII that RFC 6532 §3.2 adds.
final class Grammar {

    private static final String TSPECIALS = "()<>@,;:\\\"/[]?=";
    private static final String ATEXT = "!#$%&'*+-/=?^_`{|}~";

    private Grammar() {}

    /// A Keyword of RFC 5321 §4.1.2: letters, digits and, not at its end, hyphens.
    static boolean isKeyword(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> isAlphanumeric(c) || c == '-')
                && text.charAt(text.length() - 1) != '-';
    }

    /// A token of RFC 2045 §5.1.
    static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c > ' ' && c != 0x7f && TSPECIALS.indexOf(c) < 0);
    }

    /// `[ [ local-part ] "@" ] domain-name`.
    static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        var local = text.substring(0, Math.max(at, 0));
        return isDomain(text.substring(at + 1))
                && (local.isEmpty() || isDotAtom(local) || isQuoted(local));
    }

    /// A value that may stand without more quotes than it has.
    static boolean isPlain(String text) {
        return isToken(text) || isAddress(text);
    }

    private static boolean isDotAtom(String text) {
        return isDotted(text, c -> isAlphanumeric(c) || c >= 0x80 || ATEXT.indexOf(c) >= 0);
    }

    /// A domain-name of RFC 6376 §3.5: no label begins or ends with a hyphen.
    private static boolean isDomain(String text) {
        return isDotted(text, c -> isAlphanumeric(c) || c >= 0x80 || c == '-')
                && !text.startsWith("-")
                && !text.endsWith("-")
                && !text.contains(".-")
                && !text.contains("-.");
    }

    /// Parts of such characters with single dots between them.
    private static boolean isDotted(String text, IntPredicate fits) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c == '.' || fits.test(c))
                && !text.startsWith(".")
                && !text.endsWith(".")
                && !text.contains("..");
    }

    /// One quoted-string from the first to the last character.
    private static boolean isQuoted(String text) {
        int last = text.length() - 1;
        if (last < 1 || text.charAt(0) != '"' || text.charAt(last) != '"') {
            return false;
        }
        for (int i = 1; i < last; i++) {
            char c = text.charAt(i);
            boolean escape = c == '\\' && ++i < last;
            if (isControl(c) || isControl(text.charAt(i)) || (!escape && "\"\\".indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isControl(char c) {
        return c < ' ' || c == 0x7f;
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
