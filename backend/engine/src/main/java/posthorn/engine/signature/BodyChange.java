package posthorn.engine.signature;

/// A change that mail servers are known to make to a body.
public enum BodyChange {
    /// Blanks or empty lines were changed; the other canonicalization would have borne it.
    BLANKS,
    /// Line ends were repaired or broken.
    LINE_ENDS,
    /// Dots at the beginning of lines were doubled or lost (RFC 5321 §4.5.2).
    DOTS,
    /// Tabs became blanks.
    TABS,
    /// Long lines were cut.
    LONG_LINES,
    /// Text was put behind the end, such as a footer of a mailing list.
    APPENDED,
    /// Text was put in front, such as a warning about mail from outside.
    PREPENDED,
    /// Text was put in between, such as a footer before the end of a MIME part.
    INSERTED,
    /// The transfer encoding was changed (RFC 2045 §6).
    ENCODING,
    /// The character set was changed.
    CHARSET,
    /// Links were replaced by links to a filter.
    LINKS,
    /// An attachment was taken out.
    ATTACHMENT
}
