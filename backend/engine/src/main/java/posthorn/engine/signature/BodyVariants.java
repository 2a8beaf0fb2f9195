package posthorn.engine.signature;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Bodies as they may have been before a mail server changed them.
final class BodyVariants {

    /// One of them.
    static final class Variant {
        private final BodyChange change;
        private final byte[] body;

        Variant(BodyChange change, byte[] body) {
            this.change = change;
            this.body = body;
        }

        BodyChange change() {
            return change;
        }

        byte[] body() {
            return body;
        }
    }

    private static final Charset LATIN1 = StandardCharsets.ISO_8859_1;
    private static final Charset UTF_8 = StandardCharsets.UTF_8;
    private static final int BASE64_LINE = 76;
    private static final byte[] CRLF = {'\r', '\n'};

    private static final int LONG_LINE = 900;

    private BodyVariants() {}

    /// All of them, likely ones first; each is made only when it is asked for.
    static Stream<Variant> of(byte[] body) {
        return Stream.concat(lines(body), encodings(body))
                .map(Supplier::get)
                .filter(v -> v.body().length > 0);
    }

    private static Stream<Supplier<Variant>> lines(byte[] body) {
        return Stream.of(
                () -> text(BodyChange.LINE_ENDS, body, BodyVariants::lineEnds),
                () -> text(BodyChange.LINE_ENDS, body, t -> t.replace("\r\n", "\n")),
                () -> text(BodyChange.LINE_ENDS, body, t -> t.replace("\r", "")),
                () -> text(BodyChange.LINE_ENDS, body, t -> t.replace("\r\r\n", "\r\n")),
                () -> text(BodyChange.DOTS, body, t -> dots(t, "\n..", "\n.")),
                () -> text(BodyChange.DOTS, body, t -> dots(t, "\n.", "\n..")),
                () -> text(BodyChange.TABS, body, t -> t.replace("        ", "\t")),
                () -> text(BodyChange.TABS, body, t -> t.replace("    ", "\t")),
                () -> text(BodyChange.LONG_LINES, body, BodyVariants::uncut));
    }

    private static Stream<Supplier<Variant>> encodings(byte[] body) {
        return Stream.of(
                () -> text(BodyChange.ENCODING, body, BodyVariants::fromQuotedPrintable),
                () -> new Variant(BodyChange.ENCODING, fromBase64(body)),
                () -> new Variant(BodyChange.ENCODING, toBase64(body)),
                () -> new Variant(BodyChange.CHARSET, recoded(body, UTF_8, LATIN1)),
                () -> new Variant(BodyChange.CHARSET, recoded(body, LATIN1, UTF_8)));
    }

    private static String dots(String text, String now, String before) {
        return ("\n" + text).replace(now, before).substring(1);
    }

    /// Joins lines that were cut after 900 octets or more, with and without sendmail's mark.
    private static String uncut(String text) {
        var out = new StringBuilder(text.length());
        int lineStart = 0;
        for (int at = 0; at < text.length(); at++) {
            if (!text.startsWith("\r\n", at)) {
                out.append(text.charAt(at));
                continue;
            }
            boolean isCut = at - lineStart >= LONG_LINE;
            if (isCut) {
                dropLast(out, '!');
                at += text.startsWith(" ", at + 2) ? 2 : 1;
            } else {
                out.append("\r\n");
                at++;
            }
            lineStart = at + 1;
        }
        return out.toString();
    }

    private static void dropLast(StringBuilder out, char mark) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) == mark) {
            out.setLength(out.length() - 1);
        }
    }

    private static Variant text(BodyChange change, byte[] body, UnaryOperator<String> undo) {
        return new Variant(change, undo.apply(new String(body, LATIN1)).getBytes(LATIN1));
    }

    private static String lineEnds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    }

    private static byte[] recoded(byte[] body, Charset from, Charset to) {
        return new String(body, from).getBytes(to);
    }

    /// Before an 8-bit body was written in quoted-printable (RFC 2045 §6.7).
    private static String fromQuotedPrintable(String text) {
        var unbroken = text.replace("=\r\n", "");
        var out = new StringBuilder(unbroken.length());
        for (int i = 0; i < unbroken.length(); i++) {
            char c = unbroken.charAt(i);
            boolean code = c == '=' && i + 2 < unbroken.length();
            int high = code ? Character.digit(unbroken.charAt(i + 1), 16) : -1;
            int low = code ? Character.digit(unbroken.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                out.append(c);
            } else {
                out.append((char) (high << 4 | low));
                i += 2;
            }
        }
        return out.toString();
    }

    /// Before it was written in base64.
    private static byte[] fromBase64(byte[] body) {
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /// Before base64 was unpacked.
    private static byte[] toBase64(byte[] body) {
        return (Base64.getMimeEncoder(BASE64_LINE, CRLF).encodeToString(body) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
