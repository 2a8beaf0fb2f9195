package posthorn.engine.bimi;

import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The characters of a file in XML. Java's own reader of XML writes to the console where octets are
/// none of the encoding, so it gets characters.
final class SvgText {

    private static final Pattern DECLARED =
            Pattern.compile(
                    "\\A<\\?xml\\s[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z][A-Za-z0-9._-]{0,39})");
    private static final String UTF8_MARK = "\u00ef\u00bb\u00bf";

    private SvgText() {}

    /// @param octets each as the Latin-1 character of the same number
    /// @throws CharacterCodingException if they are not in the encoding they claim
    static Reader of(String octets) throws CharacterCodingException {
        var text = octets.startsWith(UTF8_MARK) ? octets.substring(3) : octets;
        var decoded =
                encoding(text)
                        .newDecoder()
                        .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
        return new StringReader(decoded.toString());
    }

    /// By the byte order mark, else as declared, else UTF-8 (XML 1.0, appendix F).
    private static Charset encoding(String text) {
        if (text.startsWith("\u00fe\u00ff") || text.startsWith("\u00ff\u00fe")) {
            return StandardCharsets.UTF_16;
        }
        var declared = DECLARED.matcher(text);
        return declared.lookingAt() ? named(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
