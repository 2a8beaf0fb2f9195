package posthorn.engine.authres;

/// One place where a field leaves the grammar of RFC 8601 §2.2: `length` characters from `at`.
public record Deviation(int at, int length, Kind kind) {

    /// What is not as it should be.
    public enum Kind {
        /// The field begins with a result, as some large providers do.
        NO_AUTHSERV_ID(true),
        /// A result follows the authserv-id without a semicolon.
        NO_SEMICOLON(true),
        /// Nothing between two semicolons, or behind the last.
        EMPTY_PART(true),
        /// Neither a result nor `none`.
        NO_RESULT(true),
        /// `none` beside results.
        NONE_AMONG_RESULTS(true),
        /// A method, result, ptype or property of other characters than a keyword has.
        NO_KEYWORD(true),
        /// A value that would need quotes.
        UNQUOTED(true),
        /// A value that is missing.
        NO_VALUE(true),
        /// `action=none`: a property without its ptype.
        NO_PTYPE(true),
        /// A reason behind the properties, or a second one.
        REASON_MISPLACED(true),
        /// A control character, or a line end that is no fold.
        CONTROL(true),
        /// Text that means nothing where it stands.
        STRAY(false),
        /// A quoted-string or comment without its end.
        UNCLOSED(false),
        /// No instance between 1 and 50 (RFC 8617 §4.2.1).
        NO_INSTANCE(false),
        /// More text, results, properties or comments than are read.
        TOO_MUCH(false);

        private final boolean tolerable;

        Kind(boolean tolerable) {
            this.tolerable = tolerable;
        }

        /// Whether the meaning is clear all the same.
        public boolean isTolerable() {
            return tolerable;
        }
    }

    /// The characters concerned.
    public String in(String text) {
        int start = Math.min(at, text.length());
        return text.substring(start, Math.min(text.length(), start + length));
    }
}
