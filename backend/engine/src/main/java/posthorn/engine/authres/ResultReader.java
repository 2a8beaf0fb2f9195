package posthorn.engine.authres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import posthorn.engine.authres.Deviation.Kind;

/// Reads one part of a field, up to its semicolon: a result, or the word that there is none.
final class ResultReader {

    private static final String NONE = "none";
    private static final String REASON = "reason";
    private static final int MAX_PROPERTIES = 100;

    /// The registered ptypes (RFC 8601 §2.3, RFC 8904 §3).
    private static final List<String> PTYPES =
            List.of("smtp.", "header.", "body.", "policy.", "dns.");

    private final Cursor cursor;
    private final List<Property> properties = new ArrayList<>();
    private String method = "";
    private int version = AuthResult.VERSION;
    private String result = "";
    private Optional<String> reason = Optional.empty();
    private boolean saysNone;

    ResultReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /// The result, if there is one. Leaves the cursor at the end of the part.
    Optional<AuthResult> read() {
        if (!method() || saysNone) {
            return Optional.empty();
        }
        while (!cursor.isAtPartEnd()) {
            if (properties.size() == MAX_PROPERTIES) {
                cursor.giveUp();
            } else {
                specification();
            }
        }
        return Optional.of(
                new AuthResult(
                        Origin.CLAIMED,
                        method,
                        version,
                        result,
                        reason.orElse(""),
                        properties,
                        cursor.takeComments()));
    }

    /// Whether the part was the single word `none`.
    boolean saysNone() {
        return saysNone;
    }

    /// `method / version = result`, and whether it was there.
    private boolean method() {
        int start = cursor.at();
        method = cursor.word("=/");
        cursor.skip();
        saysNone = method.equalsIgnoreCase(NONE) && cursor.isAtPartEnd();
        if (saysNone) {
            return true;
        }
        noteUnlessKeyword(start, method);
        version();
        if (method.isEmpty() || !cursor.isAt('=')) {
            stray(start);
            return false;
        }
        cursor.step();
        cursor.skip();
        return result(start);
    }

    private void version() {
        if (!cursor.isAt('/')) {
            return;
        }
        int start = cursor.at();
        cursor.step();
        cursor.skip();
        version = FieldReader.number(cursor.word("="));
        if (version < 0) {
            version = AuthResult.VERSION;
            cursor.note(start, cursor.at(), Kind.STRAY);
        }
        cursor.skip();
    }

    private boolean result(int start) {
        int from = cursor.at();
        result = cursor.word("");
        if (result.isEmpty()) {
            stray(start);
            return false;
        }
        noteUnlessKeyword(from, result);
        cursor.skip();
        return true;
    }

    /// A reason, or a property with its value.
    private void specification() {
        int start = cursor.at();
        var first = cursor.word("=.");
        cursor.skip();
        if (cursor.isAt('.') && !first.isEmpty()) {
            typed(start, first);
        } else if (cursor.isAt('=') && first.equalsIgnoreCase(REASON)) {
            reason(start);
        } else if (cursor.isAt('=') && !first.isEmpty()) {
            cursor.note(start, cursor.at(), Kind.NO_PTYPE);
            properties.add(new Property("", first, afterEquals()));
        } else if (!first.isEmpty()) {
            cursor.note(start, start + first.length(), Kind.STRAY);
        } else {
            strayWord(start);
        }
        cursor.skip();
    }

    private void typed(int start, String type) {
        noteUnlessKeyword(start, type);
        cursor.step();
        cursor.skip();
        int from = cursor.at();
        var name = cursor.word("=");
        cursor.skip();
        if (name.isEmpty() || !cursor.isAt('=')) {
            strayWord(start);
            return;
        }
        noteUnlessKeyword(from, name);
        properties.add(new Property(type, name, afterEquals()));
    }

    private void reason(int start) {
        if (reason.isPresent() || !properties.isEmpty()) {
            cursor.note(start, cursor.at(), Kind.REASON_MISPLACED);
        }
        var given = afterEquals();
        reason = reason.or(() -> Optional.of(given));
    }

    /// The value behind `=`. Some write none at all; the next property is not it.
    private String afterEquals() {
        int equals = cursor.at();
        cursor.step();
        int start = cursor.at();
        cursor.skip();
        if (cursor.isAtPartEnd() || (cursor.at() > start && cursor.isBeforeProperty(PTYPES))) {
            cursor.note(equals, start, Kind.NO_VALUE);
            return "";
        }
        return cursor.value();
    }

    private void noteUnlessKeyword(int start, String word) {
        if (!word.isEmpty() && !Grammar.isKeyword(word)) {
            cursor.note(start, start + word.length(), Kind.NO_KEYWORD);
        }
    }

    /// Passes one thing that means nothing.
    private void strayWord(int start) {
        if (!cursor.isAtPartEnd()) {
            cursor.passValue();
        }
        cursor.note(start, cursor.at(), Kind.STRAY);
    }

    /// Passes the rest of the part.
    private void stray(int start) {
        while (!cursor.isAtPartEnd()) {
            cursor.passValue();
            cursor.skip();
        }
        cursor.note(start, cursor.at(), Kind.STRAY);
    }
}
