package posthorn.engine.authres;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.authres.Deviation.Kind;

/// Reads a field from left to right, in the relaxed manner that the fields of large providers need,
/// and notes where it had to be relaxed.
final class FieldReader {

    private static final int MAX_RESULTS = 100;
    private static final int MAX_DIGITS = 4;

    private final Cursor cursor;
    private final List<AuthResult> results = new ArrayList<>();
    private boolean saysNone;

    FieldReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /// The instance that an ARC field begins with, and its semicolon (RFC 8617 §4.1.1).
    int instance() {
        cursor.skip();
        int start = cursor.at();
        boolean named = cursor.word("=").equals("i");
        cursor.skip();
        if (!named || !cursor.isAt('=')) {
            cursor.note(start, cursor.at(), Kind.NO_INSTANCE);
            cursor.back(start);
            return 0;
        }
        cursor.step();
        cursor.skip();
        int instance = instance(cursor.word(""));
        cursor.skip();
        if (instance == 0 || !cursor.isAt(';')) {
            cursor.note(start, cursor.at(), Kind.NO_INSTANCE);
        }
        if (cursor.isAt(';')) {
            cursor.step();
        }
        return instance;
    }

    private static int instance(String digits) {
        int instance = digits.length() > 2 ? 0 : Math.max(number(digits), 0);
        return instance > ArcAuthResults.MAX_INSTANCE ? 0 : instance;
    }

    AuthResultsField field() {
        cursor.skip();
        cursor.takeComments();
        var authservId = authservId();
        int version = authservId.isEmpty() ? AuthResultsField.VERSION : version();
        while (cursor.isAt(';')) {
            cursor.step();
            part();
        }
        if (results.isEmpty() && !saysNone) {
            cursor.note(cursor.at(), cursor.at(), Kind.NO_RESULT);
        }
        return new AuthResultsField(
                cursor.text(), authservId, version, results, cursor.deviations());
    }

    private String authservId() {
        int start = cursor.at();
        boolean quoted = cursor.isAt('"');
        var id = quoted ? cursor.quoted() : cursor.word("=");
        int end = cursor.at();
        cursor.skip();
        if (!quoted && (id.isEmpty() || cursor.isAt('=') || cursor.isAt('/'))) {
            cursor.note(start, start, Kind.NO_AUTHSERV_ID);
            cursor.back(start);
            cursor.takeComments();
            resultUnlessOver();
            return "";
        }
        if (!quoted && !Grammar.isToken(id)) {
            cursor.note(start, end, Kind.UNQUOTED);
        }
        return id;
    }

    private void resultUnlessOver() {
        if (!cursor.isAtPartEnd()) {
            result();
        }
    }

    private int version() {
        int start = cursor.at();
        int version = number(cursor.word("=/."));
        cursor.skip();
        boolean given = version >= 0 && !cursor.isAt('=') && !cursor.isAt('/');
        if (!given && cursor.at() > start) {
            cursor.back(start);
        }
        if (!cursor.isAtPartEnd()) {
            cursor.note(cursor.at(), cursor.at(), Kind.NO_SEMICOLON);
            cursor.takeComments();
            result();
        }
        return given ? version : AuthResultsField.VERSION;
    }

    private void part() {
        int start = cursor.at();
        cursor.takeComments();
        cursor.skip();
        if (cursor.isAtPartEnd()) {
            cursor.note(start - 1, start, Kind.EMPTY_PART);
        } else if (results.size() == MAX_RESULTS) {
            cursor.giveUp();
        } else {
            result();
        }
    }

    private void result() {
        int start = cursor.at();
        var reader = new ResultReader(cursor);
        reader.read().ifPresent(results::add);
        if (saysNone || (reader.saysNone() && !results.isEmpty())) {
            cursor.note(start, cursor.at(), Kind.NONE_AMONG_RESULTS);
        }
        saysNone |= reader.saysNone();
    }

    /// The number these digits write; -1 if they are none.
    static int number(String digits) {
        boolean fits = !digits.isEmpty() && digits.length() <= MAX_DIGITS;
        return fits && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(digits)
                : -1;
    }
}
