package posthorn.engine.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One block of a table: its id and its lines.
///
/// @param number the line of the id, counted from 1
public record Block(String id, int number, List<Line> lines) {

    /// A word and what it says.
    ///
    /// @param sure false when the word ends with a question mark: held from memory, not confirmed
    public record Line(int number, String word, boolean sure, String value) {

        /// A complaint about this line.
        public Unreadable bad(String why) {
            return new Unreadable(number, why);
        }
    }

    public Block {
        lines = List.copyOf(lines);
    }

    /// The lines with this word, in order.
    public List<Line> all(String word) {
        return lines.stream().filter(line -> line.word().equals(word)).toList();
    }

    /// The value of this word, if it stands in the block.
    ///
    /// @throws Unreadable if it stands there twice
    public Optional<String> value(String word) {
        var found = all(word);
        if (found.size() > 1) {
            throw found.get(1).bad("the second \"" + word + "\" of [" + id + "]");
        }
        return found.stream().map(Line::value).findFirst();
    }

    /// The value of this word.
    ///
    /// @throws Unreadable if it stands there twice or not at all
    public String need(String word) {
        return value(word).orElseThrow(() -> bad("[" + id + "] has no \"" + word + "\""));
    }

    /// Refuses words that mean nothing, so that a slip of the pen is seen.
    ///
    /// @throws Unreadable if a line has another word
    public void allow(Set<String> words) {
        lines.stream()
                .filter(line -> !words.contains(line.word()))
                .findFirst()
                .ifPresent(line -> {
                    throw line.bad("unknown word \"" + line.word() + "\"");
                });
    }

    /// A complaint about the block as a whole.
    public Unreadable bad(String why) {
        return new Unreadable(number, why);
    }
}
