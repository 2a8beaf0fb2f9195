package posthorn.app.platform.mail;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A mail of ours: complete as plain text, and the same once more as HTML unless that is empty.
///
/// Nothing that could begin another header field gets in: no line break or control character in the
/// subject or a field.
public record Mail(
        EmailAddress to, String subject, String text, String html, Map<String, String> headers) {

    /// RFC 5322 §2.2: printable ASCII without the colon.
    private static final Pattern FIELD_NAME = Pattern.compile("[!-9;-~]{1,60}+");

    private static final int LONGEST_VALUE = 900;

    public Mail {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        requireOneLine(subject);
        headers.forEach((name, value) -> {
            if (!FIELD_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("no name of a header field");
            }
            requireOneLine(value);
        });
    }

    /// A mail without HTML and without further header fields.
    public static Mail plain(EmailAddress to, String subject, String text) {
        return new Mail(to, subject, text, "", Map.of());
    }

    /// The same mail with one more header field, such as `List-Unsubscribe`.
    public Mail with(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Mail(to, subject, text, html, more);
    }

    private static void requireOneLine(String value) {
        if (value.isBlank()
                || value.length() > LONGEST_VALUE
                || value.chars().anyMatch(Mail::breaks)) {
            throw new IllegalArgumentException("not one line of a header field");
        }
    }

    private static boolean breaks(int c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
