package posthorn.engine.authres;

/// An ARC-Authentication-Results header field: the results of the hop that made an ARC set (RFC
/// 8617 §4.1.1).
///
/// @param instance the number of the set, 1 to 50; 0 where it cannot be read
public record ArcAuthResults(int instance, AuthResultsField field) {

    /// The highest number of a set (RFC 8617 §4.2.1).
    public static final int MAX_INSTANCE = 50;

    /// Reads the value of a field, folds and all.
    public static ArcAuthResults read(String value) {
        var reader = new FieldReader(new Cursor(value));
        int instance = reader.instance();
        return new ArcAuthResults(instance, reader.field());
    }
}
