package posthorn.engine.dnsbl;

/// Why a list's answer, or a whole list, cannot be used.
public enum Trouble {
    /// No answer came.
    UNANSWERED,
    /// The list, or a resolver on the way, will not answer us.
    REFUSED,
    /// An address outside 127.0.0.0/8: the zone is parked or taken over.
    OUTSIDE_LOOPBACK,
    /// A code the list does not document.
    UNKNOWN_CODE,
    /// The list does not list its own test entry: dead, empty, or refusing in silence.
    NO_TEST_ENTRY,
    /// The list lists what no list may list.
    LISTS_EVERYTHING,
    /// Its test entry says that the list has ended.
    SHUT_DOWN,
    /// It has been asked as often as is polite for now.
    ASKED_TOO_OFTEN
}
