package posthorn.engine.door;

import java.util.HashSet;
import java.util.Locale;

/// What stands behind the path of MAIL (RFC 5321 §4.1.2): those announced, each once.
///
/// @param size octets the client means to send; -1 if it did not say
record Parameters(long size, boolean isEightBit, boolean isUtf8) {

    /// Reads them, or says what is wrong.
    sealed interface Reading {
        record Good(Parameters parameters) implements Reading {}

        record Bad(Reply reply) implements Reading {}
    }

    private static final int MOST_DIGITS = 20;

    static final Reply UNKNOWN = new Reply(555, "5.5.4", "Parameter not known here");
    private static final Reply SYNTAX = new Reply(501, "5.5.4", "Parameter not understood");

    static Reading read(String text) {
        var read = new Parameters(-1, false, false);
        var seen = new HashSet<String>();
        for (var word : text.isEmpty() ? new String[0] : text.split(" +", -1)) {
            int equals = word.indexOf('=');
            var name = (equals < 0 ? word : word.substring(0, equals)).toUpperCase(Locale.ROOT);
            var value = equals < 0 ? "" : word.substring(equals + 1);
            if (!seen.add(name)) {
                return new Reading.Bad(SYNTAX);
            }
            var next = read.with(name, value, equals >= 0);
            if (next instanceof Reading.Good(var parameters)) {
                read = parameters;
            } else {
                return next;
            }
        }
        return new Reading.Good(read);
    }

    private Reading with(String name, String value, boolean hasValue) {
        return switch (name) {
            case "SIZE" -> size(value);
            case "BODY" -> body(value.toUpperCase(Locale.ROOT));
            case "SMTPUTF8" ->
                    hasValue
                            ? new Reading.Bad(SYNTAX)
                            : new Reading.Good(new Parameters(size, isEightBit, true));
            default -> new Reading.Bad(UNKNOWN);
        };
    }

    /// RFC 1870 §4: twenty digits at most.
    private Reading size(String value) {
        if (value.isEmpty()
                || value.length() > MOST_DIGITS
                || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Reading.Bad(SYNTAX);
        }
        long octets = value.length() > 18 ? Long.MAX_VALUE : Long.parseLong(value);
        return new Reading.Good(new Parameters(octets, isEightBit, isUtf8));
    }

    private Reading body(String value) {
        return switch (value) {
            case "7BIT" -> new Reading.Good(this);
            case "8BITMIME" -> new Reading.Good(new Parameters(size, true, isUtf8));
            default -> new Reading.Bad(SYNTAX);
        };
    }
}
