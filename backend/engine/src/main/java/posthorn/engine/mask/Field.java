package posthorn.engine.mask;

/// A field of a form and what is typed into it.
///
/// @param value empty where the field stays empty
/// @param sure false where the form may want it in another way
public record Field(Label label, String value, boolean sure) {

    /// What a field is for.
    public enum Label {
        TYPE,
        HOST,
        VALUE,
        PREFERENCE,
        TARGET,
        FLAGS,
        TAG,
        ISSUER,
        USAGE,
        SELECTOR,
        MATCHING,
        DATA,
        TTL
    }
}
