package posthorn.engine.testmail;

import java.util.Optional;
import posthorn.engine.outside.DnsName;

/// A mailbox of an address field (RFC 5322 §3.4).
///
/// @param displayName what mail programs show, encoded words put into characters (RFC 2047); empty
///   if there is none
/// @param address as it stands, without brackets
public record Mailbox(String displayName, String address) {

    /// The domain behind the last `@`, U-labels as A-labels; empty if there is none.
    public Optional<DnsName> domain() {
        int at = address.lastIndexOf('@');
        return at < 0 ? Optional.empty() : DnsName.fromPerson(address.substring(at + 1));
    }
}
