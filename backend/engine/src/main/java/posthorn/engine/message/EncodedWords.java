package posthorn.engine.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Encoded words (RFC 2047): characters outside ASCII in header fields.
public final class EncodedWords {

    private static final int MAX_WORD = 2000;

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private Charset charset = StandardCharsets.UTF_8;
    private boolean afterWord;
    private int nextEnd;

    private EncodedWords(String text) {
        this.text = text;
    }

    /// The text with each encoded word put into characters; what cannot be read stays.
    public static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).decoded() : text;
    }

    private String decoded() {
        int at = 0;
        for (int start = text.indexOf("=?"); start >= 0; start = text.indexOf("=?", at)) {
            var word = word(start);
            if (word.isPresent()) {
                append(text.substring(at, start), word.get());
                at = word.get().end();
            } else {
                flush();
                out.append(text, at, start + 2);
                at = start + 2;
            }
        }
        flush();
        return out.append(text, at, text.length()).toString();
    }

    /// Blanks between two encoded words only part them (RFC 2047 §6.2). Mailers part even the
    /// octets of one character, so that they are put together first.
    private void append(String between, Word word) {
        boolean joins = afterWord && between.isBlank();
        if (!joins || !word.charset().equals(charset)) {
            flush();
        }
        if (!joins) {
            out.append(between);
        }
        charset = word.charset();
        octets.writeBytes(word.octets().getBytes(StandardCharsets.ISO_8859_1));
        afterWord = true;
    }

    private void flush() {
        out.append(octets.toString(charset));
        octets.reset();
        afterWord = false;
    }

    /// @param octets each as the Latin-1 character of the same number
    private record Word(Charset charset, String octets, int end) {}

    /// The encoded word that begins at `start`.
    private Optional<Word> word(int start) {
        int first = text.indexOf('?', start + 2);
        boolean headed = first > 0 && first + 2 < text.length() && text.charAt(first + 2) == '?';
        int end = headed ? end(first + 3) : -1;
        if (end < 0 || end - start > MAX_WORD) {
            return Optional.empty();
        }
        var body = text.substring(first + 3, end);
        return charset(text.substring(start + 2, first))
                .flatMap(known ->
                        octets(text.charAt(first + 1), body)
                                .map(octets -> new String(octets, StandardCharsets.ISO_8859_1))
                                .map(octets -> new Word(known, octets, end + 2)));
    }

    /// The next `?=`; remembered, so that many starts without an end cost no more than one.
    private int end(int from) {
        if (nextEnd >= 0 && nextEnd < from) {
            nextEnd = text.indexOf("?=", from);
        }
        return nextEnd;
    }

    /// A language may follow the charset (RFC 2231 §5).
    private static Optional<Charset> charset(String name) {
        int language = name.indexOf('*');
        try {
            return Optional.of(Charset.forName(language < 0 ? name : name.substring(0, language)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> octets(char encoding, String body) {
        return switch (encoding) {
            case 'b', 'B' -> base64(body);
            case 'q', 'Q' -> Optional.of(quotedPrintable(body));
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> base64(String body) {
        try {
            return Optional.of(Base64.getDecoder().decode(body.replace(" ", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] quotedPrintable(String body) {
        var out = new ByteArrayOutputStream();
        var octets = body.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < octets.length; i++) {
            int high = octets[i] == '=' && i + 2 < octets.length ? hex(octets[i + 1]) : -1;
            int low = high < 0 ? -1 : hex(octets[i + 2]);
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(octets[i] == '_' ? ' ' : octets[i]);
            }
        }
        return out.toByteArray();
    }

    private static int hex(byte octet) {
        return octet < 0 ? -1 : Character.digit(octet, 16);
    }
}
