package posthorn.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFieldTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 21 Nov 1997 09:55:06 -0600 | 1997-11-21T15:55:06Z | CURRENT",
                "21 Nov 1997 09:55 +0000 | 1997-11-21T09:55:00Z | CURRENT",
                "Thu, 13 Feb 1969 23:32 -0330 (Newfoundland Time) | 1969-02-14T03:02:00Z | CURRENT",
                "fri, 21 NOV 1997 09:55:06 -0600 | 1997-11-21T15:55:06Z | CURRENT",
                "Sat, 31 Dec 2016 23:59:60 +0000 | 2016-12-31T23:59:59Z | CURRENT",
                "Sat, 29 Feb 2020 00:00:00 +0130 | 2020-02-28T22:30:00Z | CURRENT",
                "21 Nov 97 09:55:06 GMT | 1997-11-21T09:55:06Z | OBSOLETE",
                "21 Nov 49 09:55:06 GMT | 2049-11-21T09:55:06Z | OBSOLETE",
                "21 Nov 50 09:55:06 GMT | 1950-11-21T09:55:06Z | OBSOLETE",
                "21 Nov 105 09:55:06 UT | 2005-11-21T09:55:06Z | OBSOLETE",
                "21 Nov 1997 09:55:06 EST | 1997-11-21T14:55:06Z | OBSOLETE",
                "21 Nov 1997 09:55:06 pdt | 1997-11-21T16:55:06Z | OBSOLETE",
                "21 Nov 1997 09:55:06 MEZ | 1997-11-21T09:55:06Z | OBSOLETE",
                "21 Nov 1997 09:55:06 A | 1997-11-21T09:55:06Z | OBSOLETE",
                "Fri, 21 Nov 1997 09(comment): 55 : 06 -0600 | 1997-11-21T15:55:06Z | OBSOLETE",
                "Fri (a (b) \\) c), 21 Nov 1997 9:55:06 -0600 | 1997-11-21T15:55:06Z | DEVIATING",
                "Fri 21 Nov 1997 09:55:06 -0600 | 1997-11-21T15:55:06Z | DEVIATING",
                "Friday, 21 November 1997 09:55:06 -0600 | 1997-11-21T15:55:06Z | DEVIATING",
                "Fri, 21-Nov-97 09:55:06 GMT | 1997-11-21T09:55:06Z | DEVIATING",
                "Fri Nov 21 09:55:06 1997 | 1997-11-21T09:55:06Z | DEVIATING",
                "Fri Nov 21 09:55:06 EST 1997 | 1997-11-21T14:55:06Z | DEVIATING",
                "Fri, 21 Nov 1997 09:55:06 | 1997-11-21T09:55:06Z | DEVIATING",
                "Fri, 21 Nov 1997 09:55:06.123 UTC | 1997-11-21T09:55:06Z | DEVIATING",
                "Fri, 21 Nov 1997 09:55:06 GMT+02:00 | 1997-11-21T07:55:06Z | DEVIATING",
                "Fri, 21 Nov 1997 09:55:06 -0600 oops | 1997-11-21T15:55:06Z | DEVIATING",
            })
    void readsADate(String text, Instant expected, DateField.Form form) {
        var date = DateField.read(text);

        assertThat(date.instant()).contains(expected);
        assertThat(((DateField.Moment) date).form()).isEqualTo(form);
        assertThat(((DateField.Moment) date).isWeekdayRight()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | EMPTY",
                "now | SYNTAX",
                "(Fri, 21 Nov 1997 09:55:06 -0600 | SYNTAX",
                "Fri, 21 Foo 1997 09:55:06 -0600 | SYNTAX",
                "Fri, 21 Nov 1997 | SYNTAX",
                "Fri, 21 Nov 1997 09 -0600 | SYNTAX",
                "1997-11-21T09:55:06Z | SYNTAX",
                "Fri, 21 Nov 99999999999 09:55:06 -0600 | SYNTAX",
                "Sun, 29 Feb 2021 09:55:06 -0600 | RANGE",
                "Fri, 00 Nov 1997 09:55:06 -0600 | RANGE",
                "Fri, 21 Nov 1997 24:00:00 -0600 | RANGE",
                "Fri, 21 Nov 1997 09:60:06 -0600 | RANGE",
                "Fri, 21 Nov 1997 09:55:61 -0600 | RANGE",
                "Fri, 21 Nov 1997 09:55:06 -0660 | RANGE",
                "Fri, 21 Nov 1899 09:55:06 -0600 | RANGE",
            })
    void saysWhyItIsNoDate(String text, DateField.Fault fault) {
        assertThat(DateField.read(text)).isEqualTo(new DateField.Unreadable(text, fault));
    }

    @Test
    void knowsAWrongDayOfTheWeek() {
        var date = (DateField.Moment) DateField.read("Mon, 21 Nov 1997 09:55:06 -0600");

        assertThat(date.isWeekdayRight()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-0000, false", "+0000, true", "GMT, true", "MEZ, false", "Z, true", "'', false"})
    void knowsWhetherTheZoneSaysSomething(String zone, boolean known) {
        var date = (DateField.Moment) DateField.read("21 Nov 1997 09:55:06 " + zone);

        assertThat(date.isZoneKnown()).isEqualTo(known);
    }

    @Test
    void readsWhatIsWritten() {
        long seed = 20261125;
        var random = new Random(seed);
        for (int run = 0; run < 5_000; run++) {
            var offset = ZoneOffset.ofTotalSeconds((random.nextInt(1681) - 840) * 60);
            var instant = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 10_000_000_000L));
            var text = DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(offset));

            assertThat(DateField.read(text).instant())
                    .as("seed %d, text %s", seed, text)
                    .contains(instant);
        }
    }

    @Test
    void endsForAnything() {
        assertThat(DateField.read("(".repeat(50_000)).instant()).isEmpty();
        assertThat(DateField.read("(".repeat(900)).instant()).isEmpty();
        assertThat(DateField.read("1:".repeat(400)).instant()).isEmpty();
    }
}
