package posthorn.engine.message;

import java.util.List;
import posthorn.engine.message.AddressTokens.Token;

/// The name of a mailbox as people read it.
final class Phrase {

    private Phrase() {}

    /// The words with one blank where blanks stood; without comments.
    static String of(List<Token> words) {
        var out = new StringBuilder();
        for (var word : words) {
            if (word.type() != AddressTokens.Type.COMMENT) {
                out.append(word.isApart() && !out.isEmpty() ? " " : "").append(word.value());
            }
        }
        return out.toString();
    }

    /// The last comment: before RFC 2822 the name stood there.
    static String comment(List<Token> words) {
        return words.reversed().stream()
                .filter(word -> word.type() == AddressTokens.Type.COMMENT)
                .findFirst()
                .map(Token::value)
                .orElse("");
    }
}
