package posthorn.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

class MomentsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final Moments moments = new Moments(Clock.fixed(NOW, ZoneOffset.UTC), messages());

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now, gerade eben",
        "PT59S, just now, gerade eben",
        "PT1M, 1 min ago, vor 1 Min.",
        "PT89M, 89 min ago, vor 89 Min.",
        "PT90M, 1 h ago, vor 1 Std.",
        "PT47H, 47 h ago, vor 47 Std.",
        "PT48H, 2 d ago, vor 2 Tg.",
        "PT-10S, any moment, jeden Augenblick",
        "PT-30M, in 30 min, in 30 Min.",
        "PT-3H, in 3 h, in 3 Std."
    })
    void saysHowLongAgo(Duration age, String english, String german) {
        assertThat(moments.of(NOW.minus(age), Locale.ENGLISH, ZoneOffset.UTC).relative())
                .isEqualTo(english);
        assertThat(moments.of(NOW.minus(age), Locale.GERMAN, ZoneOffset.UTC).relative())
                .isEqualTo(german);
    }

    @Test
    void saysTheFullTimeInTheReadersZone() {
        var moment = moments.of(NOW, Locale.GERMAN, ZoneId.of("Europe/Berlin"));

        assertThat(moment.full()).isEqualTo("24. Nov. 2026, 11:00 Uhr MEZ");
        assertThat(moment.iso()).isEqualTo("2026-11-24T10:00:00Z");
    }

    @Test
    void namesTheZoneWhereNobodyChoseOne() {
        assertThat(moments.of(NOW, Locale.ENGLISH, ZoneOffset.UTC).full())
                .isEqualTo("24 Nov 2026, 10:00 UTC");
    }

    private static ReloadableResourceBundleMessageSource messages() {
        var source = new ReloadableResourceBundleMessageSource();
        source.setBasename("classpath:frontend/messages/ui");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
