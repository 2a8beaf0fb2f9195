package posthorn.engine.mask;

import java.util.List;
import java.util.Optional;

/// A record as it is typed into a form.
///
/// @param fields in the order of most forms
/// @param pieces the text in pieces of at most 255 octets, where it is longer; else empty
public record Entry(List<Field> fields, List<String> pieces, List<Hint> hints) {

    public Entry {
        fields = List.copyOf(fields);
        pieces = List.copyOf(pieces);
        hints = List.copyOf(hints);
    }

    /// What is typed into the field for `label`, if the form has one.
    public Optional<String> value(Field.Label label) {
        return fields.stream()
                .filter(field -> field.label() == label)
                .map(Field::value)
                .findFirst();
    }
}
