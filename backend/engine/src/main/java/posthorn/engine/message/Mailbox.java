package posthorn.engine.message;

import java.util.Optional;
import posthorn.engine.outside.DnsName;

/// A mailbox of an address field (RFC 5322 §3.4).
///
/// @param displayName what mail programs show, encoded words put into characters; empty if there is
///   none
/// @param localPart without quotes; may be empty
/// @param domain as it stands, without blanks and comments; a literal with its brackets
public record Mailbox(String displayName, String localPart, String domain) {

    private static final int MAX_DOMAIN = 1000;

    /// The domain as a name, U-labels as A-labels; nothing for a literal or what is no name.
    public Optional<DnsName> domainName() {
        return domain.length() > MAX_DOMAIN || isLiteral()
                ? Optional.empty()
                : DnsName.fromPerson(domain);
    }

    /// Whether an address stands in place of a name: `[192.0.2.1]`.
    public boolean isLiteral() {
        return domain.startsWith("[");
    }

    /// The address, its local part in quotes where it needs them.
    public String address() {
        return (isDotAtom(localPart) ? localPart : quoted(localPart)) + "@" + domain;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isDotAtom(String text) {
        return !text.isEmpty()
                && !text.startsWith(".")
                && !text.endsWith(".")
                && !text.contains("..")
                && text.chars().allMatch(Mailbox::isAtomCharacter);
    }

    /// RFC 5322 §3.2.3, RFC 6532 §3.2.
    private static boolean isAtomCharacter(int c) {
        return c > ' ' && c != 0x7f && "()<>[]:;@\\,\"".indexOf(c) < 0;
    }
}
