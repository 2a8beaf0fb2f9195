package posthorn.engine.authres;

import java.util.Optional;
import posthorn.engine.outside.DnsName;

/// Which characters a field may hold, and what becomes of others.
enum Charset {
    ASCII,
    UTF_8;

    /// No mailbox or name is longer (RFC 5321 §4.5.3.1); a line that holds one still ends before
    /// 998 bytes (RFC 5322 §2.1.1).
    private static final int MAX_VALUE = 700;

    private static final int MAX_TEXT = 200;

    /// A value in these characters, the same to whoever compares it; empty when there is none. It
    /// is never cut: half a name is another name.
    Optional<String> value(String value) {
        boolean clean = value.codePoints().allMatch(c -> isPrintable(c) && c != 0xfffd);
        return clean ? inCharset(value).filter(Charset::fits) : Optional.empty();
    }

    private static boolean fits(String value) {
        return Quoting.quoted(value).getBytes(java.nio.charset.StandardCharsets.UTF_8).length
                <= MAX_VALUE;
    }

    private Optional<String> inCharset(String value) {
        if (this == UTF_8 || isAscii(value)) {
            return Optional.of(value);
        }
        int at = value.lastIndexOf('@');
        var local = value.substring(0, at + 1);
        return isAscii(local)
                ? DnsName.fromPerson(value.substring(at + 1)).map(name -> local + name.text())
                : Optional.empty();
    }

    /// Text for people: what cannot be written gives way to a question mark, and what is too long
    /// is cut.
    String text(String text) {
        var out = new StringBuilder();
        text.codePoints().limit(MAX_TEXT).map(this::shown).forEach(out::appendCodePoint);
        return out.toString();
    }

    private int shown(int c) {
        return isPrintable(c) && (this == UTF_8 || c < 0x80) ? c : '?';
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /// Neither a control character of ASCII or Latin-1, nor a line end of Unicode, nor half a pair.
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
