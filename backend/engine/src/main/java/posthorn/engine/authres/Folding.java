package posthorn.engine.authres;

import java.util.List;

/// Breaks a field into lines of 78 characters where it has blanks (RFC 5322 §2.1.1, §2.2.3). A
/// blank stays one, so that quoted-strings and comments keep their content.
final class Folding {

    private static final int WIDTH = 78;

    private final StringBuilder out = new StringBuilder();
    private int column;

    private Folding() {}

    /// The name and the parts, a semicolon between two.
    static String fold(String name, List<String> parts) {
        var folding = new Folding();
        folding.append(name.stripTrailing());
        for (int i = 0; i < parts.size(); i++) {
            folding.line(parts.get(i) + (i + 1 < parts.size() ? ";" : ""));
        }
        return folding.out.toString();
    }

    /// A part begins a line unless it fits whole.
    private void line(String part) {
        if (column + 1 + part.length() <= WIDTH) {
            append(" " + part);
            return;
        }
        int start = 0;
        while (start < part.length()) {
            int end = wordEnd(part, start);
            word(part.substring(start, end), start == 0);
            start = end + 1;
        }
    }

    private void word(String word, boolean first) {
        if (first || column + 1 + word.length() > WIDTH) {
            append("\r\n");
            column = 0;
        }
        append(" " + word);
    }

    /// Where the next single blank is: more than one in a row do not part words, lest a line be all
    /// blank (RFC 5322 §4.2).
    private static int wordEnd(String part, int start) {
        for (int i = start + 1; i < part.length() - 1; i++) {
            boolean single =
                    part.charAt(i) == ' ' && part.charAt(i - 1) != ' ' && part.charAt(i + 1) != ' ';
            if (single) {
                return i;
            }
        }
        return part.length();
    }

    private void append(String text) {
        out.append(text);
        column += text.length();
    }
}
