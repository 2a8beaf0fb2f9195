package posthorn.app.platform.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import posthorn.engine.outside.DnsName;

/// A mailbox in the form people have: a dot-atom, an at sign and a domain with a dot, all in lower
/// case and with A-labels.
///
/// Quoted local parts and address literals (RFC 5321 §4.1.2) are not taken: nobody signs up with
/// one.
public record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]++");

    public EmailAddress {
        if (!isAddress(text)) {
            throw new IllegalArgumentException("no address");
        }
    }

    /// Reads what somebody typed.
    public static Optional<EmailAddress> parse(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        var at = text.indexOf('@');
        return DnsName.fromPerson(text.substring(at + 1))
                .map(domain -> text.substring(0, at + 1) + domain.text())
                .filter(EmailAddress::isAddress)
                .map(EmailAddress::new);
    }

    /// What stands before the at sign.
    public String local() {
        return text.substring(0, text.indexOf('@'));
    }

    private static boolean isAddress(String text) {
        var at = text.indexOf('@');
        return text.length() <= LONGEST
                && at > 0
                && at <= LONGEST_LOCAL
                && LOCAL.matcher(text.substring(0, at)).matches()
                && isDomain(text.substring(at + 1));
    }

    private static boolean isDomain(String domain) {
        var labels = domain.split("\\.", -1);
        if (labels.length < 2 || NUMBER.matcher(labels[labels.length - 1]).matches()) {
            return false;
        }
        for (var label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }
}
