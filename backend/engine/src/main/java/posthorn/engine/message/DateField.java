package posthorn.engine.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The value of a Date field, or of the date in a trace field (RFC 5322 §3.3).
public sealed interface DateField {

    /// A moment.
    ///
    /// @param offset of the writer's clock from UTC
    /// @param isZoneKnown whether the zone says something; `-0000` and unknown names do not, and
    ///   count as UTC (RFC 5322 §3.3, §4.3)
    /// @param isWeekdayRight whether the day of the week, if given, is the right one
    record Moment(
            Instant at, Duration offset, boolean isZoneKnown, boolean isWeekdayRight, Form form)
            implements DateField {}

    /// No date.
    record Unreadable(String text, Fault fault) implements DateField {}

    /// How close to the standard it is written.
    enum Form {
        /// As a new message must have it.
        CURRENT,
        /// As old messages have it: year of two digits, zone with a name, comments (RFC 5322 §4.3).
        OBSOLETE,
        /// As neither allows, and its meaning is clear.
        DEVIATING
    }

    /// What is in the way.
    enum Fault {
        EMPTY,
        /// It does not have the parts of a date.
        SYNTAX,
        /// There is no such day or time.
        RANGE
    }

    /// Longer text is no date.
    int MAX_LENGTH = 1000;

    /// Reads the text of a field.
    static DateField read(String text) {
        if (text.isBlank()) {
            return new Unreadable(text, Fault.EMPTY);
        }
        return text.length() > MAX_LENGTH
                ? new Unreadable(text, Fault.SYNTAX)
                : new DateReader(text).read();
    }

    /// The moment, if it is one.
    default Optional<Instant> instant() {
        return switch (this) {
            case Moment moment -> Optional.of(moment.at());
            case Unreadable _ -> Optional.empty();
        };
    }
}
