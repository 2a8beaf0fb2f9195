package posthorn.app.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import posthorn.app.lists.Standing.Seen;
import posthorn.app.lists.Standing.Use;
import posthorn.engine.dnsbl.Trouble;

class StandingTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Seen GREEN = new Seen(ListState.HEALTHY, "", "");
    private static final Seen RED = new Seen(ListState.REFUSING, "127.0.0.2", "127.255.255.254");
    private static final Seen OTHER_RED = new Seen(ListState.SILENT, "127.0.0.2", "TIMEOUT");

    private static Instant minute(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void oneFailedTestDisablesNothing() {
        assertThat(Standing.first(RED, NOON).isOff()).isFalse();
        assertThat(Standing.first(GREEN, NOON).after(RED, minute(60)).isOff()).isFalse();
    }

    @Test
    void twoFailedTestsHalfAnHourApartDisableTheList() {
        var soon = Standing.first(RED, NOON).after(RED, minute(29));
        var later = soon.after(RED, minute(30));

        assertThat(soon.isOff()).isFalse();
        assertThat(later.use()).isEqualTo(new Use.Off(Trouble.REFUSED, NOON));
    }

    @Test
    void aPassedTestInBetweenBeginsTheCountAnew() {
        var standing =
                Standing.first(RED, NOON)
                        .after(RED, minute(20))
                        .after(GREEN, minute(25))
                        .after(RED, minute(35));

        assertThat(standing.isOff()).isFalse();
        assertThat(standing.after(RED, minute(64)).isOff()).isFalse();
        assertThat(standing.after(RED, minute(65)).isOff()).isTrue();
    }

    @Test
    void failingInAnotherWayIsStillFailing() {
        var standing = Standing.first(RED, NOON).after(OTHER_RED, minute(31));

        assertThat(standing.use()).isEqualTo(new Use.Off(Trouble.UNANSWERED, NOON));
        assertThat(standing.since()).isEqualTo(minute(31));
    }

    @Test
    void twoPassedTestsInARowBringItBack() {
        var off = Standing.first(RED, NOON).after(RED, minute(30));
        var once = off.after(GREEN, minute(35));

        assertThat(once.isOff()).isTrue();
        assertThat(once.after(RED, minute(40)).isOff()).isTrue();
        assertThat(once.after(GREEN, minute(40)).isOff()).isFalse();
    }

    @Test
    void saysSinceWhenItIsSo() {
        var standing = Standing.first(GREEN, NOON).after(GREEN, minute(15));

        assertThat(standing.since()).isEqualTo(NOON);
        assertThat(standing.after(RED, minute(30)).since()).isEqualTo(minute(30));
    }

    @Test
    void isTestedMoreOftenWhileSomethingIsWrong() {
        var good = Standing.first(GREEN, NOON);
        var bad = Standing.first(RED, NOON);
        var returning = bad.after(RED, minute(30)).after(GREEN, minute(35));

        assertThat(good.isDue(minute(14))).isFalse();
        assertThat(good.isDue(minute(15))).isTrue();
        assertThat(bad.isDue(minute(4))).isFalse();
        assertThat(bad.isDue(minute(5))).isTrue();
        assertThat(returning.isDue(minute(40))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = ListState.class, names = "HEALTHY", mode = EnumSource.Mode.EXCLUDE)
    void everyStateButHealthyHasItsTrouble(ListState state) {
        assertThat(ListState.of(state.trouble())).isEqualTo(state);
    }
}
