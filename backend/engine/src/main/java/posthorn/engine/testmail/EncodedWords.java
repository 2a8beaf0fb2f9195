package posthorn.engine.testmail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Encoded words (RFC 2047): characters outside ASCII in header fields.
final class EncodedWords {

    /// A word has 75 characters at most (RFC 2047 §2); some programs write longer ones.
    private static final int MAX_WORD = 1000;

    /// What looks like more words than this is left as it is: to look up a charset is slow.
    private static final int MAX_WORDS = 100;

    private EncodedWords() {}

    /// The text with each encoded word put into characters; what cannot be read stays.
    static String decode(String text) {
        var out = new StringBuilder();
        int at = 0;
        var charsets = new HashMap<String, Optional<Charset>>();
        int tried = 0;
        boolean afterWord = false;
        while (at < text.length()) {
            int start = tried++ < MAX_WORDS ? text.indexOf("=?", at) : -1;
            var word = start < 0 ? Optional.<Word>empty() : word(text, start, charsets);
            if (word.isEmpty()) {
                int next = start < 0 ? text.length() : start + 2;
                out.append(text, at, next);
                at = next;
                afterWord = false;
                continue;
            }
            var between = text.substring(at, start);
            // Blanks between two encoded words only part them (RFC 2047 §6.2).
            out.append(afterWord && between.isBlank() ? "" : between).append(word.get().text());
            at = word.get().end();
            afterWord = true;
        }
        return out.toString();
    }

    private record Word(String text, int end) {}

    /// The encoded word that begins at `start`.
    private static Optional<Word> word(
            String text, int start, Map<String, Optional<Charset>> charsets) {
        int limit = Math.min(text.length(), start + MAX_WORD);
        int first = text.indexOf('?', start + 2, limit);
        int second = first < 0 ? -1 : text.indexOf('?', first + 1, limit);
        int end = second < 0 ? -1 : text.indexOf("?=", second + 1, limit);
        if (end < 0 || second != first + 2) {
            return Optional.empty();
        }
        var name = text.substring(start + 2, first);
        int language = name.indexOf('*');
        return charsets.computeIfAbsent(
                        language < 0 ? name : name.substring(0, language), EncodedWords::charset)
                .flatMap(charset ->
                        octets(text.charAt(first + 1), text.substring(second + 1, end))
                                .map(octets -> new Word(new String(octets, charset), end + 2)));
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> octets(char encoding, String text) {
        return switch (encoding) {
            case 'b', 'B' -> base64(text);
            case 'q', 'Q' -> Optional.of(quotedPrintable(text));
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] quotedPrintable(String text) {
        var out = new ByteArrayOutputStream();
        var octets = text.getBytes(StandardCharsets.UTF_8);
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
