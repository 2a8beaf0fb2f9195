package posthorn.engine.message;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import posthorn.engine.message.DateField.Fault;
import posthorn.engine.message.DateField.Form;

/// Reads a date from left to right (RFC 5322 §3.3, §4.3); the order of Unix (`Wed Jan 14 15:00:01
/// 2015`) and hyphens too, which are in use.
final class DateReader {

    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    /// The zones whose names mean something, in hours (RFC 5322 §4.3).
    private static final Map<String, Integer> ZONES =
            Map.ofEntries(
                    Map.entry("z", 0),
                    Map.entry("ut", 0),
                    Map.entry("gmt", 0),
                    Map.entry("edt", -4),
                    Map.entry("est", -5),
                    Map.entry("cdt", -5),
                    Map.entry("cst", -6),
                    Map.entry("mdt", -6),
                    Map.entry("mst", -7),
                    Map.entry("pdt", -7),
                    Map.entry("pst", -8));

    /// Not in the standard, but often written.
    private static final String UTC = "utc";

    private static final int FIRST_YEAR = 1900;

    /// What does not have the parts of a date.
    private static final class NoDate extends Exception {
        NoDate() {
            super("no date", null, false, false);
        }
    }

    private final String text;
    private final List<String> pieces;
    private int at;
    private Form form = Form.CURRENT;
    private int weekday = -1;
    private int day;
    private int month;
    private int year = -1;
    private int hour;
    private int minute;
    private int second;
    private Duration offset = Duration.ZERO;
    private boolean zoneKnown;

    DateReader(String text) {
        var lexemes = DateLexemes.of(text);
        this.text = text;
        this.pieces = lexemes.pieces();
        if (lexemes.hasCommentInside()) {
            atLeast(Form.OBSOLETE);
        }
    }

    DateField read() {
        try {
            weekday();
            date();
            time();
            zone();
            yearOfUnix();
            if (at < pieces.size()) {
                atLeast(Form.DEVIATING);
            }
            return moment();
        } catch (NoDate e) {
            return new DateField.Unreadable(text, Fault.SYNTAX);
        } catch (DateTimeException e) {
            return new DateField.Unreadable(text, Fault.RANGE);
        }
    }

    private DateField moment() {
        if (year < FIRST_YEAR) {
            throw new DateTimeException("year " + year);
        }
        // A leap second counts as the one before it: our days have none.
        int seconds = second == 60 ? 59 : second;
        var local = LocalDateTime.of(year, month, day, hour, minute, seconds);
        boolean right = weekday < 0 || local.getDayOfWeek() == DayOfWeek.of(weekday + 1);
        return new DateField.Moment(
                local.toInstant(ZoneOffset.UTC).minus(offset), offset, zoneKnown, right, form);
    }

    private void weekday() {
        weekday = name(DAYS);
        if (weekday >= 0) {
            at++;
            if (!takes(",")) {
                atLeast(Form.DEVIATING);
            }
        }
    }

    private void date() throws NoDate {
        if (name(MONTHS) >= 0) {
            atLeast(Form.DEVIATING);
            month = month();
            day = number(2);
            takes(",");
            return;
        }
        day = number(2);
        hyphen();
        month = month();
        hyphen();
        year = year();
    }

    private void hyphen() {
        if (takes("-")) {
            atLeast(Form.DEVIATING);
        }
    }

    private int month() throws NoDate {
        int found = name(MONTHS);
        if (found < 0) {
            throw new NoDate();
        }
        at++;
        return found + 1;
    }

    /// Two digits are of this century below 50; three count from 1900 (RFC 5322 §4.3).
    private int year() throws NoDate {
        int digits = peek().length();
        int given = number(6);
        if (digits >= 4) {
            return given;
        }
        atLeast(digits == 1 ? Form.DEVIATING : Form.OBSOLETE);
        return digits <= 2 && given < 50 ? given + 2000 : given + FIRST_YEAR;
    }

    private void time() throws NoDate {
        hour = twoDigits();
        if (!takes(":")) {
            throw new NoDate();
        }
        minute = twoDigits();
        if (takes(":")) {
            second = twoDigits();
            if (takes(".")) {
                atLeast(Form.DEVIATING);
                number(9);
            }
        }
    }

    private int twoDigits() throws NoDate {
        if (peek().length() == 1) {
            atLeast(Form.DEVIATING);
        }
        return number(2);
    }

    private void zone() throws NoDate {
        boolean named = isWord(peek());
        if (named) {
            namedZone(pieces.get(at++).toLowerCase(Locale.ROOT));
        }
        int sign = takes("+") ? 1 : takes("-") ? -1 : 0;
        if (sign != 0) {
            numericZone(sign);
        }
        // Exactly one of both.
        if (named == (sign != 0)) {
            atLeast(Form.DEVIATING);
        }
    }

    /// A name that nobody knows says nothing about the place (RFC 5322 §4.3); letters of the
    /// military but Z neither, because they were once defined the wrong way round.
    private void namedZone(String name) {
        atLeast(name.equals(UTC) ? Form.DEVIATING : Form.OBSOLETE);
        var hours = ZONES.get(name);
        zoneKnown = hours != null || name.equals(UTC);
        offset = Duration.ofHours(hours == null ? 0 : hours);
    }

    private void numericZone(int sign) throws NoDate {
        var digits = peek();
        int given = number(4);
        boolean parted = digits.length() <= 2;
        if (digits.length() != 4) {
            atLeast(Form.DEVIATING);
        }
        int minutes = parted ? (takes(":") ? number(2) : 0) : given % 100;
        int hours = parted ? given : given / 100;
        if (minutes > 59) {
            throw new DateTimeException("zone " + digits);
        }
        zoneKnown = sign > 0 || hours != 0 || minutes != 0;
        offset = Duration.ofMinutes(sign * (hours * 60L + minutes));
    }

    private void yearOfUnix() throws NoDate {
        if (year < 0) {
            year = year();
        }
    }

    /// Which of these names stands here; a longer form of it too.
    private int name(List<String> names) {
        var piece = peek();
        int found =
                piece.length() < 3
                        ? -1
                        : names.indexOf(piece.substring(0, 3).toLowerCase(Locale.ROOT));
        if (found >= 0 && piece.length() > 3) {
            atLeast(Form.DEVIATING);
        }
        return found;
    }

    private int number(int mostDigits) throws NoDate {
        var piece = peek();
        if (piece.isEmpty() || piece.length() > mostDigits || !isDigit(piece.charAt(0))) {
            throw new NoDate();
        }
        at++;
        return Integer.parseInt(piece);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(String piece) {
        return !piece.isEmpty() && Character.isLetter(piece.charAt(0)) && piece.charAt(0) < 0x80;
    }

    private String peek() {
        return at < pieces.size() ? pieces.get(at) : "";
    }

    private boolean takes(String piece) {
        boolean there = peek().equals(piece);
        if (there) {
            at++;
        }
        return there;
    }

    private void atLeast(Form least) {
        if (form.compareTo(least) < 0) {
            form = least;
        }
    }
}
