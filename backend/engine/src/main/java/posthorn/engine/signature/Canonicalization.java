package posthorn.engine.signature;

import java.util.Optional;

/// How text is evened out before it is hashed (RFC 6376 §3.4).
public enum Canonicalization {
    /// As it stands.
    SIMPLE("simple"),
    /// Blanks count as one, and not at all at the end of a line; names of header fields in lower
    /// case.
    RELAXED("relaxed");

    private final String text;

    Canonicalization(String text) {
        this.text = text;
    }

    /// The word in a signature.
    public String text() {
        return text;
    }

    static Optional<Canonicalization> of(String text) {
        return switch (text) {
            case "simple" -> Optional.of(SIMPLE);
            case "relaxed" -> Optional.of(RELAXED);
            default -> Optional.empty();
        };
    }
}
