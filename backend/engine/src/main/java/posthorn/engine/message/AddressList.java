package posthorn.engine.message;

import java.util.List;

/// The mailboxes of an address field (RFC 5322 §3.4), read as far as they can be read: obsolete
/// forms too, groups opened, and what mailers really send.
///
/// @param text as it was given
public record AddressList(String text, List<Mailbox> mailboxes, List<AddressFault> faults) {

    /// More mailboxes of one field are not read.
    public static final int MAX_MAILBOXES = 1000;

    /// More characters of one field are not read.
    public static final int MAX_LENGTH = HeaderSection.MAX_OCTETS;

    public AddressList {
        mailboxes = List.copyOf(mailboxes);
        faults = List.copyOf(faults);
    }

    /// Reads the text of a field. Takes time in proportion to its length.
    public static AddressList read(String text) {
        return new AddressReader(text).read();
    }

    /// Whether the field has this fault.
    public boolean has(AddressFault.Kind kind) {
        return faults.stream().anyMatch(fault -> fault.kind() == kind);
    }
}
