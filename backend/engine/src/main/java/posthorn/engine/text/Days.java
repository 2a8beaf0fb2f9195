package posthorn.engine.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// Days as a language writes them.
final class Days {

    /// A day, or a time in UTC as evidence holds it.
    private static final Pattern TIME =
            Pattern.compile(
                    "(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
                            + "(?:[T ](?<minute>[0-9]{2}:[0-9]{2})(?::[0-9.]+)?(?:Z| UTC))?");

    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter GERMAN =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.GERMAN);

    private Days() {}

    /// The day, with its time if there is one; what is no day stays as it is.
    static String in(Locale locale, String text) {
        var time = TIME.matcher(text);
        if (!time.matches()) {
            return text;
        }
        try {
            var format = locale.equals(Locale.GERMAN) ? GERMAN : ENGLISH;
            var day = LocalDate.parse(time.group("day")).format(format);
            var minute = time.group("minute");
            return minute == null ? day : day + ", " + minute + " UTC";
        } catch (DateTimeException _) {
            return text;
        }
    }
}
