package posthorn.engine.message;

import java.util.ArrayList;
import java.util.List;

/// The text of a date in pieces: numbers, words, and other characters one by one. Blanks and
/// comments part them.
///
/// @param hasCommentInside whether a comment stands before the last piece
record DateLexemes(List<String> pieces, boolean hasCommentInside) {

    DateLexemes {
        pieces = List.copyOf(pieces);
    }

    static DateLexemes of(String text) {
        var pieces = new ArrayList<String>();
        int at = 0;
        int comments = 0;
        int inside = 0;
        while (at < text.length()) {
            int next = text.charAt(at) == '(' ? comment(text, at) : piece(text, at);
            if (text.charAt(at) == '(') {
                comments++;
            } else if (text.charAt(at) > ' ') {
                pieces.add(text.substring(at, next));
                inside = comments;
            }
            at = next;
        }
        return new DateLexemes(pieces, inside > 0);
    }

    /// Where the comment ends; one that never closes takes the rest.
    private static int comment(String text, int start) {
        int depth = 0;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at;
            }
        }
        return text.length();
    }

    private static int piece(String text, int start) {
        int kind = kind(text.charAt(start));
        int at = start + 1;
        while (kind > 0 && at < text.length() && kind(text.charAt(at)) == kind) {
            at++;
        }
        return at;
    }

    private static int kind(char c) {
        if (c >= '0' && c <= '9') {
            return 1;
        }
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter ? 2 : 0;
    }
}
