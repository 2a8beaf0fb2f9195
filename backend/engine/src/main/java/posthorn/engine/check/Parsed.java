package posthorn.engine.check;

import java.util.List;

/// Published text, read by the grammar of its standard.
public sealed interface Parsed<R> {

    /// It follows the grammar.
    record Valid<R>(R record) implements Parsed<R> {}

    /// It does not.
    record Malformed<R>(String text, List<Fault> faults) implements Parsed<R> {
        public Malformed {
            faults = List.copyOf(faults);
        }
    }

    /// One place where text leaves its grammar: `length` characters from `at`, and the code of the
    /// finding that explains it.
    record Fault(int at, int length, String code) {

        /// The characters concerned.
        public String in(String text) {
            int start = Math.min(at, text.length());
            return text.substring(start, Math.min(text.length(), start + length));
        }
    }
}
