package posthorn.engine.signature;

/// What happened to a header field after it was signed.
///
/// @param field its name in lower case
/// @param now its text as it stands, empty if it has none
/// @param signed its text when it was signed, empty if there was none
public record FieldChange(String field, Kind kind, String now, String signed) {

    /// How it was changed.
    public enum Kind {
        /// Its text is another one.
        TEXT,
        /// It was folded or spaced anew, or its name written otherwise.
        SPACING,
        /// It was not there.
        ADDED,
        /// Another field of that name was meant.
        ANOTHER
    }
}
