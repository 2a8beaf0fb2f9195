package posthorn.engine.dnssec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;

class SignatureAgeTest {

    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "P14D, PT27H, true", // less than a twelfth of two weeks
        "P14D, PT29H, false",
        "P30D, PT59H, true", // a twelfth of a month is two and a half days
        "P30D, PT61H, false",
        "P90D, PT71H, true", // of long lifetimes three days
        "P90D, PT73H, false",
        "P7D, PT13H, true",
        "P7D, PT15H, false",
        "P2D, PT1H, false", // made with each answer
        "P4D, PT1H, false",
        "P1D, PT-1H, false",
        "P14D, PT-1H, true"
    })
    void goesByWhatIsLeftOfTheLifetime(Duration life, Duration left, boolean isOld) {
        var end = AT.plus(left);
        var signature =
                new Rdata.Rrsig(
                        "MX",
                        13,
                        2,
                        300,
                        end,
                        end.minus(life),
                        1,
                        DnsName.of("example.org"),
                        "AA==");

        assertThat(SignatureAge.isOld(signature, AT)).isEqualTo(isOld);
    }
}
