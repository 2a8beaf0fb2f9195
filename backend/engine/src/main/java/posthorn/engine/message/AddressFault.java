package posthorn.engine.message;

/// One place where an address field leaves the grammar of RFC 5322 §3.4, or hides something:
/// `length` characters from `at`.
public record AddressFault(int at, int length, Kind kind) {

    /// What is not as it should be.
    public enum Kind {
        /// A quoted-string, comment, literal or bracket without its end.
        UNCLOSED,
        /// A name and an address without brackets around the address.
        NO_BRACKETS,
        /// A name with characters that need quotes.
        UNQUOTED,
        /// Two mailboxes without a comma between.
        NO_COMMA,
        /// Text that is no mailbox.
        STRAY,
        /// An address without a local part or without a domain.
        INCOMPLETE,
        /// The domain is no domain name.
        NO_DOMAIN_NAME,
        /// A semicolon without a group, or a group without its semicolon.
        GROUP,
        /// A control character, NUL among them; also inside an encoded word.
        CONTROL,
        /// A character that changes the direction of text, or cannot be seen.
        INVISIBLE,
        /// An encoded word that shows an `@`: the name looks like an address.
        HIDDEN_AT,
        /// More text or mailboxes than are read.
        TOO_MUCH
    }
}
