package posthorn.engine.message;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import posthorn.engine.message.AddressFault.Kind;

/// The text of an address field as tokens: each comment, quoted-string and literal in one piece
/// (RFC 5322 §3.2), the specials alone. One pass; what never closes is looked for once.
final class AddressTokens {

    /// What a token is.
    enum Type {
        ATOM,
        QUOTED,
        LITERAL,
        COMMENT,
        SPECIAL
    }

    /// @param value without quotes and parentheses
    /// @param isApart whether a blank or a comment stands before it
    record Token(Type type, String value, int from, int to, boolean isApart) {

        boolean is(char special) {
            return type == Type.SPECIAL && value.charAt(0) == special;
        }
    }

    private static final String SPECIALS = "<>,;:@.";
    private static final String ENDS_ATOM = SPECIALS + "(\"[ \t\r\n";

    private final String text;
    private final int end;
    private final List<AddressFault> faults;
    private final List<Token> tokens = new ArrayList<>();
    private String unclosed = "";
    private boolean apart;
    private int at;

    AddressTokens(String text, int end, List<AddressFault> faults) {
        this.text = text;
        this.end = end;
        this.faults = faults;
    }

    List<Token> read() {
        while (at < end) {
            char c = text.charAt(at);
            if (isBlank(c)) {
                apart = true;
                at++;
            } else {
                next(c);
            }
        }
        return tokens;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private void next(char c) {
        if (SPECIALS.indexOf(c) >= 0) {
            add(Type.SPECIAL, String.valueOf(c), at + 1);
            return;
        }
        switch (c) {
            case '"' -> closed('"', Type.QUOTED, 0);
            case '[' -> closed(']', Type.LITERAL, 0);
            case '(' -> closed(')', Type.COMMENT, 1);
            default -> atom();
        }
    }

    private void closed(char close, Type type, int depth) {
        var close1 = unclosed.indexOf(close) < 0 ? close(close, depth) : OptionalInt.empty();
        if (close1.isEmpty()) {
            atom();
            return;
        }
        int to = close1.getAsInt() + 1;
        var inner = unescaped(at + 1, to - 1);
        add(type, type == Type.LITERAL ? "[" + inner + "]" : inner, to);
    }

    /// Where what begins here ends. Comments may stand in comments.
    private OptionalInt close(char close, int nesting) {
        int depth = 1;
        for (int i = at + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == close && --depth == 0) {
                return OptionalInt.of(i);
            } else if (c == '(') {
                depth += nesting;
            }
        }
        unclosed += close;
        faults.add(new AddressFault(at, 1, Kind.UNCLOSED));
        return OptionalInt.empty();
    }

    /// Without folds, and without the backslashes of quoted pairs (RFC 5322 §3.2.1).
    private String unescaped(int from, int to) {
        var out = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < to) {
                out.append(text.charAt(++i));
            } else if (c != '\r' && c != '\n') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// At least one character, whatever it is.
    private void atom() {
        int to = at;
        do {
            to += text.charAt(to) == '\\' ? 2 : 1;
        } while (to < end && ENDS_ATOM.indexOf(text.charAt(to)) < 0);
        to = Math.min(to, end);
        add(Type.ATOM, unescaped(at, to), to);
    }

    private void add(Type type, String value, int to) {
        tokens.add(new Token(type, value, at, to, apart));
        apart = type == Type.COMMENT;
        at = to;
    }
}
