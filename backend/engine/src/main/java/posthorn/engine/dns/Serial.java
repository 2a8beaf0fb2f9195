package posthorn.engine.dns;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;

/// When a zone was written, where its serial number tells: a date with a counter behind it (RFC
/// 1912 §2.2), or seconds since 1970. Other numbers have an order (RFC 1982 §3.2) and no time.
final class Serial {

    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final long FIRST_SECOND = 946_684_800; // the year 2000
    private static final long FIRST_DATE = 2_000_010_100L;
    private static final long LAST_DATE = 2_099_123_199L;

    private Serial() {}

    /// Whether two of them are certainly more than an hour apart.
    static boolean areHoursApart(List<Long> serials) {
        return serials.stream()
                .anyMatch(one -> serials.stream().anyMatch(other -> isHoursBefore(one, other)));
    }

    private static boolean isHoursBefore(long one, long other) {
        if (date(one).isPresent() && date(other).isPresent()) {
            // a day ends between two dates that follow each other
            return date(other).getAsLong() - date(one).getAsLong() > DAY;
        }
        boolean seconds = isTime(one) && isTime(other);
        return seconds && other - one > HOUR;
    }

    /// Whether all serials tell when the zone was written, and no two are an hour apart.
    static boolean areFresh(List<Long> serials) {
        return serials.size() > 1
                && serials.stream().allMatch(Serial::isTime)
                && !areHoursApart(serials);
    }

    private static boolean isTime(long serial) {
        return serial >= FIRST_SECOND && serial < FIRST_DATE;
    }

    private static OptionalLong date(long serial) {
        if (serial < FIRST_DATE || serial > LAST_DATE) {
            return OptionalLong.empty();
        }
        long day = serial / 100;
        try {
            var date =
                    LocalDate.of((int) (day / 10_000), (int) (day / 100 % 100), (int) (day % 100));
            return OptionalLong.of(date.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }
}
