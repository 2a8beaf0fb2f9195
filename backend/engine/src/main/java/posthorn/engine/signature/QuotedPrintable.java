package posthorn.engine.signature;

/// The `dkim-quoted-printable` of `i` and `z` (RFC 6376 §2.11): blanks mean nothing, `=` and two
/// hexadecimal digits stand for an octet.
final class QuotedPrintable {

    private QuotedPrintable() {}

    /// The text; what is no code stays as it is.
    static String decode(String encoded) {
        var text = SignatureTags.withoutBlanks(encoded);
        if (text.indexOf('=') < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int octet = text.charAt(i) == '=' ? octet(text, i + 1) : -1;
            if (octet < 0) {
                out.append(text.charAt(i));
            } else {
                out.append((char) octet);
                i += 2;
            }
        }
        return out.toString();
    }

    private static int octet(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
