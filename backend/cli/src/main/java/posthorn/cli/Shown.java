package posthorn.cli;

/// Text from outside made safe for a terminal: what would move the cursor, change colours, turn the
/// direction of writing or be invisible is shown as an escape.
final class Shown {

    private static final int LONGEST = 2000;

    private Shown() {}

    static String of(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(c -> {
                    if (isPlain(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(escaped(c));
                    }
                });
        return text.codePointCount(0, text.length()) > LONGEST ? out + " […]" : out.toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < 0x100 ? "\\x%02x".formatted(c) : "\\u{%X}".formatted(c);
        };
    }
}
