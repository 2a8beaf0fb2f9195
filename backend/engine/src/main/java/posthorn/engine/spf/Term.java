package posthorn.engine.spf;

/// A word of a record (RFC 7208 §4.6.1), as published and where: `at` counts characters from the
/// start of the record.
public sealed interface Term {

    int at();

    String text();

    /// A mechanism and what its match means.
    record Directive(int at, String text, Qualifier qualifier, Mechanism mechanism)
            implements Term {}

    /// The modifier that hands over to another domain's record (RFC 7208 §6.1).
    record Redirect(int at, String text, MacroString target) implements Term {}

    /// The modifier that names the text for refused mail (RFC 7208 §6.2).
    record Explanation(int at, String text, MacroString target) implements Term {}

    /// A modifier nobody knows, which is ignored (RFC 7208 §6).
    record UnknownModifier(int at, String text, String name) implements Term {}

    /// A word that is none of these; `code` is that of the finding that says why.
    record Broken(int at, String text, String code) implements Term {}
}
