package posthorn.engine.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SerialTest {

    @Test
    void datesAreApartWhenADayLiesBetweenThem() {
        assertThat(Serial.areHoursApart(List.of(2026112401L, 2026112307L))).isFalse();
        assertThat(Serial.areHoursApart(List.of(2026112401L, 2026112207L))).isTrue();
        assertThat(Serial.areHoursApart(List.of(2026010100L, 2025123101L))).isFalse();
    }

    @Test
    void secondsAreApartAfterAnHour() {
        assertThat(Serial.areHoursApart(List.of(1_795_500_000L, 1_795_503_600L))).isFalse();
        assertThat(Serial.areHoursApart(List.of(1_795_503_601L, 1_795_500_000L))).isTrue();
    }

    @Test
    void countersTellNothing() {
        assertThat(Serial.areHoursApart(List.of(1L, 4_294_967_295L))).isFalse();
        assertThat(Serial.areHoursApart(List.of(2026139901L, 2026112401L))).isFalse();
        assertThat(Serial.areHoursApart(List.of(7L, 2026112401L))).isFalse();
        assertThat(Serial.areFresh(List.of(1L, 2L))).isFalse();
    }

    @Test
    void onlySecondsTellThatACopyIsUnderWay() {
        assertThat(Serial.areFresh(List.of(1_795_500_000L, 1_795_500_600L))).isTrue();
        assertThat(Serial.areFresh(List.of(1_795_500_000L))).isFalse();
        assertThat(Serial.areFresh(List.of(1_795_500_000L, 1_795_600_000L))).isFalse();
    }
}
