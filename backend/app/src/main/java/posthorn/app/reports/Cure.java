package posthorn.app.reports;

import java.util.List;

/// A change of records, field by field as the reader's DNS host wants it typed.
///
/// @param verb `publish`, `remove` or `replace`
/// @param old the records that go
/// @param where whose form it is and where to find it; may be empty
/// @param forms one for each record to publish; none where it is not typed into this form
/// @param hints what to know before it is typed
/// @param lines the records to publish as lines of a zone file
record Cure(
        String verb,
        String type,
        String name,
        List<String> old,
        String where,
        List<Form> forms,
        List<String> hints,
        List<String> lines) {

    Cure {
        old = List.copyOf(old);
        forms = List.copyOf(forms);
        hints = List.copyOf(hints);
        lines = List.copyOf(lines);
    }

    /// A filled-in form.
    record Form(List<Field> fields) {

        Form {
            fields = List.copyOf(fields);
        }
    }

    /// A field of the form.
    ///
    /// @param value empty where it stays empty
    record Field(String label, String value) {}
}
