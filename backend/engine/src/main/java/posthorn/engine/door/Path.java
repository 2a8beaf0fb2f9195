package posthorn.engine.door;

import java.util.Optional;
import java.util.regex.Pattern;
import posthorn.engine.outside.IpText;

/// A path of MAIL or RCPT (RFC 5321 §4.1.2) and what stands behind it.
///
/// @param text without brackets and without a source route, which says nothing any more (RFC 5321
///   appendix F.2); empty for `<>`
/// @param parameters behind the path, apart by blanks
record Path(String text, String parameters) {

    private static final int MOST = 254;
    private static final int MOST_LOCAL = 64;

    /// Beyond ASCII: neither a control character nor a blank nor anything that cannot be seen.
    private static final String BEYOND = "[\\x{80}-\\x{10ffff}&&[^\\p{C}\\p{Z}]]";

    private static final String ATOM = "(?:[\\p{Alnum}!#$%&'*+/=?^_`{|}~-]|" + BEYOND + ")+";
    private static final Pattern LOCAL =
            Pattern.compile(
                    ATOM + "(?:\\." + ATOM + ")*|\"(?:[ !#-\\[\\]-~]|" + BEYOND + "|\\\\[ -~])*\"");

    private static final String LABEL =
            "(?:[\\p{Alnum}_]|" + BEYOND + ")(?:-*(?:[\\p{Alnum}_]|" + BEYOND + "))*";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

    /// Reads what stands behind `FROM:` or `TO:`; empty if there is no path. A blank before it is
    /// taken, because many write one.
    static Optional<Path> read(String text) {
        var path = text.startsWith(" ") ? text.substring(1) : text;
        int end = endOfPath(path);
        if (!path.startsWith("<") || end < 0) {
            return Optional.empty();
        }
        var rest = path.substring(end + 1);
        if (!rest.isEmpty() && !rest.startsWith(" ")) {
            return Optional.empty();
        }
        return Optional.of(new Path(withoutRoute(path.substring(1, end)), rest.strip()));
    }

    /// The closing bracket, which may stand in quotes before.
    private static int endOfPath(String text) {
        boolean quoted = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '>' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String withoutRoute(String path) {
        int colon = path.indexOf(':');
        return path.startsWith("@") && colon > 0 ? path.substring(colon + 1) : path;
    }

    boolean isNull() {
        return text.isEmpty();
    }

    boolean isAscii() {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /// Whether it is a mailbox: a local part, and a domain or an address literal.
    boolean isMailbox() {
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > MOST || at > MOST_LOCAL) {
            return false;
        }
        return LOCAL.matcher(text.substring(0, at)).matches() && isHost(text.substring(at + 1));
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            var literal = host.substring(1, host.length() - 1);
            var address = literal.regionMatches(true, 0, "IPv6:", 0, 5);
            return IpText.parse(address ? literal.substring(5) : literal).isPresent();
        }
        return DOMAIN.matcher(host).matches();
    }
}
