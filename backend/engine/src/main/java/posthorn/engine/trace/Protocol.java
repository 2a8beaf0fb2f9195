package posthorn.engine.trace;

import java.util.Locale;
import java.util.regex.Pattern;

/// The word behind `with`: a registered name (RFC 3848, RFC 6531 §4.3), or what people write there.
///
/// @param name in capitals; empty if none is given
record Protocol(String name) {

    private static final Pattern REGISTERED =
            Pattern.compile("(?:UTF8)?(?:E?SMTP|LMTP)(S?)(A?)|E?SMTP(?:T|UTF8)?");

    private static final Pattern SMTP_INSIDE = Pattern.compile("\\b(E?SMTP)(?:SVC)?\\b");

    static Protocol of(String name) {
        return new Protocol(name);
    }

    /// What these words mean: `Microsoft SMTP Server` is SMTP, `ESMTP/TLS/…` is ESMTP.
    static Protocol read(String words) {
        var text = words.toUpperCase(Locale.ROOT).strip();
        var first = text.isEmpty() ? "" : text.split("[\\s/;,]", 2)[0];
        if (first.equals("ESMTP-TLS")) {
            return new Protocol("ESMTPS");
        }
        if (REGISTERED.matcher(first).matches()) {
            return new Protocol(first);
        }
        var inside = SMTP_INSIDE.matcher(text);
        return new Protocol(inside.find() ? inside.group(1) : first);
    }

    boolean isEncrypted() {
        return part(1);
    }

    boolean isAuthenticated() {
        return part(2);
    }

    private boolean part(int group) {
        var matcher = REGISTERED.matcher(name);
        return matcher.matches() && matcher.group(group) != null && !matcher.group(group).isEmpty();
    }
}
