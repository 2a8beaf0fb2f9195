package posthorn.app.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Puts points in time into words.
@Component
public class Moments {

    private static final Duration SHORT = Duration.ofMinutes(1);

    private final Clock clock;
    private final MessageSource messages;

    Moments(Clock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /// This point in time in these words and this zone.
    public Moment of(Instant at, Locale locale, ZoneId zone) {
        return new Moment(
                at.truncatedTo(ChronoUnit.SECONDS).toString(),
                DateTimeFormatter.ofPattern(text("ui.time.pattern", locale), locale)
                        .withZone(zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone)
                        .format(at),
                relative(Duration.between(at, clock.instant()), locale));
    }

    private String relative(Duration age, Locale locale) {
        if (age.abs().compareTo(SHORT) < 0) {
            return text(age.isNegative() ? "ui.time.soon" : "ui.time.now", locale);
        }
        return age.isNegative()
                ? amount("ui.time.in-", age.negated(), locale)
                : amount("ui.time.", age, locale);
    }

    private String amount(String start, Duration age, Locale locale) {
        if (age.toMinutes() < 90) {
            return text(start + "minutes", locale, age.toMinutes());
        }
        return age.toHours() < 48
                ? text(start + "hours", locale, age.toHours())
                : text(start + "days", locale, age.toDays());
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
