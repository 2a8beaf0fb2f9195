package posthorn.app.domains;

/// Why something typed is not a domain to watch.
public enum NameFault {
    EMPTY,
    TOO_LONG,
    LABEL_TOO_LONG,
    /// Characters or an order of characters that no name has.
    JUNK,
    IP_ADDRESS,
    SINGLE_LABEL,
    /// A name under which others register theirs, such as `co.uk`.
    PUBLIC_SUFFIX,
    WEB_ADDRESS,
    MAIL_ADDRESS,
    /// The team watches it already.
    DUPLICATE,
    /// The team watches as many domains as it may.
    LIMIT
}
