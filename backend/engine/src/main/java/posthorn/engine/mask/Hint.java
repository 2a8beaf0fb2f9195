package posthorn.engine.mask;

/// Something to know before a record is typed.
///
/// @param about a zone, a type, a number or a word, as the kind has it; may be empty
public record Hint(Kind kind, String about) {

    /// What a hint is about.
    public enum Kind {
        /// The record belongs to the zone `about`, not to this one.
        OUTSIDE,
        /// It is the name of an address: whoever gave the address away sets it.
        REVERSE,
        /// The form has no records of type `about`.
        LACKS,
        /// The form may have no records of type `about`.
        LACKS_PERHAPS,
        /// The text is parted into `about` pieces.
        PIECES,
        /// What is peculiar to this host: `about` is a [Quirk].
        QUIRK,
        /// Some of it is from memory: what the form shows counts.
        UNSURE
    }
}
