package posthorn.app.platform.web;

import org.jspecify.annotations.Nullable;

/// Text from outside, made fit to be read: what cannot be seen becomes a visible escape, and what
/// is too long is cut with a mark. Escaping for HTML is the template's part.
public final class Shown {

    private static final int LONGEST = 4_000;

    private Shown() {}

    /// The text on one line: line ends and tabs are escaped too.
    public static String of(@Nullable Object text) {
        return escape(text, false);
    }

    /// The text with its line ends and tabs.
    public static String lines(@Nullable Object text) {
        return escape(text, true);
    }

    private static String escape(@Nullable Object value, boolean lines) {
        var text = value == null ? "" : value.toString();
        var out = new StringBuilder(text.length());
        var longest = lines ? text.length() : Math.min(text.length(), LONGEST);
        for (int at = 0; at < longest; ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (lines && (c == '\n' || c == '\t')) {
                out.append((char) c);
            } else if (isVisible(c)) {
                out.appendCodePoint(c);
            } else {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        }
        return longest < text.length() ? out.append(" […]").toString() : out.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, // C0, C1, and with them ANSI sequences
                    Character.FORMAT, // bidi marks, zero-width characters, tags
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> !isBlankLetter(c);
        };
    }

    /// Letters and marks that are drawn as nothing: grapheme joiner, Hangul fillers, braille blank,
    /// variation selectors.
    private static boolean isBlankLetter(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c == 0x2800
                || c == 0x3164
                || c == 0xFFA0
                || (c >= 0x180B && c <= 0x180F)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF);
    }
}
