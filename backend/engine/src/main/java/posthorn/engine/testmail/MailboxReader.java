package posthorn.engine.testmail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the value of an address field (RFC 5322 §3.4), the obsolete forms too; goes on after a
/// mistake. What has no `@` is no mailbox.
final class MailboxReader {

    private static final int MAX_MAILBOXES = 100;
    private static final int MAX_LENGTH = 64 * 1024;

    private final String text;
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder angle = new StringBuilder();
    private boolean inAngle;
    private int at;

    private MailboxReader(String text) {
        this.text = text.substring(0, Math.min(text.length(), MAX_LENGTH));
    }

    /// The mailboxes from left to right.
    static List<Mailbox> read(String value) {
        return new MailboxReader(value).mailboxes();
    }

    /// An address with a dotted domain within a text that people read.
    static Optional<String> addressIn(String text) {
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

    private List<Mailbox> mailboxes() {
        while (at < text.length()) {
            one(text.charAt(at++));
        }
        end();
        return List.copyOf(mailboxes);
    }

    private void one(char c) {
        switch (c) {
            case '"' -> quoted();
            case '(' -> comment();
            case '<' -> inAngle = true;
            case '>' -> inAngle = false;
            case ',', ';' -> separator(c);
            case ':' -> colon();
            default -> current().append(c);
        }
    }

    private StringBuilder current() {
        return inAngle ? angle : words;
    }

    /// Within brackets a comma belongs to an obsolete route (RFC 5322 §4.4).
    private void separator(char c) {
        if (inAngle && c == ',') {
            angle.append(c);
        } else {
            end();
        }
    }

    /// Behind the name of a group, or behind an obsolete route.
    private void colon() {
        current().setLength(0);
    }

    private void quoted() {
        boolean bare = inAngle;
        if (bare) {
            angle.append('"');
        }
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            current().append(text.charAt(at++));
        }
        at++;
        if (bare) {
            angle.append('"');
        }
    }

    private void comment() {
        int depth = 1;
        while (at < text.length() && depth > 0) {
            char c = text.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
        }
    }

    private void end() {
        boolean bracketed = !angle.isEmpty();
        var address = withoutBlanks(bracketed ? angle.toString() : words.toString());
        if (address.indexOf('@') >= 0 && mailboxes.size() < MAX_MAILBOXES) {
            var name = bracketed ? EncodedWords.decode(words.toString().strip()) : "";
            mailboxes.add(new Mailbox(name, address));
        }
        words.setLength(0);
        angle.setLength(0);
        inAngle = false;
    }

    private static String withoutBlanks(String text) {
        var out = new StringBuilder(text.length());
        text.chars().filter(c -> c != ' ' && c != '\t').forEach(c -> out.append((char) c));
        return out.toString();
    }
}
