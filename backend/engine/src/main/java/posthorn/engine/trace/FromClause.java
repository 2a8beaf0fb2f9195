package posthorn.engine.trace;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import posthorn.engine.outside.IpText;

/// Who handed a message over: the words and comments behind `from`. Each mail server has its own
/// order; addresses are known by their form, names by what stands before them.
final class FromClause {

    private static final Pattern SIGNED_IN =
            Pattern.compile(
                    "(?:authenticated sender|authenticated as|authenticated user|auth)[:=] ?(.+)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern PARTS = Pattern.compile("[\\s,;()]+");

    /// What servers write in place of a name.
    private static final List<String> NO_NAMES =
            List.of("unknown", "may", "be", "forged", "no", "using", "port", "misconfigured");

    private String from = "";
    private String reverseName = "";
    private String helo = "";
    private String user = "";
    private String before = "";
    private final List<InetAddress> client = new ArrayList<>();

    String from() {
        return from;
    }

    String reverseName() {
        return reverseName;
    }

    String helo() {
        return helo;
    }

    String user() {
        return user;
    }

    /// The first address seen; that in `from` itself only where no other is told.
    List<InetAddress> client() {
        if (!client.isEmpty()) {
            return client.subList(0, 1);
        }
        return address(from).map(List::of).orElse(List.of());
    }

    /// A word outside comments: the first is the client's name, an address behind it is its own.
    void word(String word) {
        if (before.equalsIgnoreCase("user")) {
            user = word;
        } else if (from.isEmpty() && client.isEmpty()) {
            from = host(word);
        } else {
            address(word).ifPresent(client::add);
        }
        before = word;
    }

    /// A comment behind the name.
    void comment(String text) {
        var signedIn = SIGNED_IN.matcher(text);
        if (signedIn.find()) {
            signedIn(signedIn.group(1));
        } else if (!isTls(text)) {
            parts(text);
        }
    }

    private static boolean isTls(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("using tls")
                || lower.startsWith("using ssl")
                || lower.startsWith("tls:")
                || lower.startsWith("version=")
                || lower.contains("client certificate")
                || lower.startsWith("client cn");
    }

    /// `AUTH: PLAIN alice@example.org, TLS: …` and `Authenticated sender: alice@example.org`.
    private void signedIn(String text) {
        for (var part : text.split(",", 2)[0].strip().split(" ", -1)) {
            user = part;
        }
    }

    private void parts(String text) {
        var words = PARTS.split(text, -1);
        for (int i = 0; i < words.length; i++) {
            var word = words[i];
            if (isHelo(word)) {
                if (i + 1 < words.length) {
                    helo = host(words[++i]);
                }
            } else {
                part(word);
            }
        }
    }

    private static boolean isHelo(String word) {
        return word.equalsIgnoreCase("HELO") || word.equalsIgnoreCase("EHLO");
    }

    private void part(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (lower.startsWith("helo=")) {
            helo = host(word.substring(5));
        } else if (lower.startsWith("ident=") || lower.startsWith("ident:")) {
            user = word.substring(6);
        } else if (!address(word).map(client::add).orElse(false)) {
            name(word);
        }
    }

    /// `name[192.0.2.1]` in one piece too; `user@host` is a user.
    private void name(String word) {
        int bracket = word.indexOf('[');
        if (bracket > 0) {
            part(word.substring(0, bracket));
            part(word.substring(bracket));
        } else if (word.indexOf('@') > 0) {
            user = word.endsWith("@") ? word.substring(0, word.length() - 1) : word;
        } else if (reverseName.isEmpty() && isName(word)) {
            reverseName = bare(word);
        }
    }

    private static boolean isName(String word) {
        var name = bare(word);
        return name.length() > 1
                && !NO_NAMES.contains(name.toLowerCase(Locale.ROOT))
                && name.chars().allMatch(FromClause::isNameCharacter)
                && name.chars().anyMatch(Character::isLetter);
    }

    private static boolean isNameCharacter(int c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }

    /// A name, or an address without its brackets.
    static String host(String word) {
        var name = bare(word);
        return address(name).map(IpText::of).orElse(name);
    }

    /// Without angle brackets around, and without a final dot or comma.
    static String bare(String word) {
        var text = word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
        if (text.startsWith("<") && text.endsWith(">")) {
            text = text.substring(1, text.length() - 1);
        }
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /// An address, as it is or in brackets (RFC 5321 §4.1.3), perhaps with a port behind.
    static Optional<InetAddress> address(String word) {
        var text = word;
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            text = text.substring(1, end < 0 ? text.length() : end);
        }
        if (text.regionMatches(true, 0, "IPv6:", 0, 5)) {
            text = text.substring(5);
        }
        var whole = IpText.parse(text);
        int port = text.lastIndexOf(':');
        return whole.isPresent() || port < 0 || text.indexOf(':') != port
                ? whole
                : IpText.parse(text.substring(0, port));
    }
}
