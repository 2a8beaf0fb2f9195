package posthorn.engine.spf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The bytes of a TXT record as a person saw them when typing, and as they were meant.
final class PlainText {

    private PlainText() {}

    /// The text on the screen: bytes that are UTF-8 read as such.
    static String seen(String text) {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    /// The text with typographic dashes as hyphens, and without quotation marks and invisible
    /// characters.
    static String of(String text) {
        return seen(text)
                .replaceAll("\\p{Pd}|\u2212", "-")
                .replaceAll("\u02dc|\u223c|\uff5e", "~")
                .replaceAll("[\\p{Pi}\\p{Pf}\"'\u201e\u201a\\p{Cf}\u00a0]", "");
    }
}
