package posthorn.engine.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The text of a trace field in words and comments (RFC 5322 §3.2.2). Comments nest; a parenthesis
/// that never closes is a blank.
final class TraceLexemes {

    /// A word, or the inside of a comment.
    sealed interface Lexeme {
        record Word(String text) implements Lexeme {}

        record Comment(String text) implements Lexeme {}
    }

    private final String text;
    private final int[] ends;

    private TraceLexemes(String text) {
        this.text = text;
        this.ends = ends(text);
    }

    static List<Lexeme> of(String text) {
        return new TraceLexemes(text).lexemes();
    }

    /// The last semicolon outside comments, or -1.
    static int lastSemicolon(String text) {
        var ends = ends(text);
        int last = -1;
        for (int at = 0; at < text.length(); at++) {
            if (ends[at] > at) {
                at = ends[at];
            } else if (text.charAt(at) == ';') {
                last = at;
            }
        }
        return last;
    }

    private List<Lexeme> lexemes() {
        var lexemes = new ArrayList<Lexeme>();
        int at = 0;
        while (at < text.length()) {
            if (ends[at] > at) {
                lexemes.add(new Lexeme.Comment(text.substring(at + 1, ends[at]).strip()));
                at = ends[at] + 1;
            } else if (isBlank(text.charAt(at))) {
                at++;
            } else {
                int end = endOfWord(at);
                lexemes.add(new Lexeme.Word(text.substring(at, end)));
                at = end;
            }
        }
        return lexemes;
    }

    /// For each parenthesis that opens and closes, where it closes; 0 for all other places.
    private static int[] ends(String text) {
        var ends = new int[text.length()];
        var open = new ArrayDeque<Integer>();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && !open.isEmpty()) {
                at++;
            } else if (c == '(') {
                open.push(at);
            } else if (c == ')' && !open.isEmpty()) {
                ends[open.pop()] = at;
            }
        }
        return ends;
    }

    private int endOfWord(int start) {
        int at = start;
        while (at < text.length() && ends[at] == 0 && !isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u007f' || c == '(';
    }
}
