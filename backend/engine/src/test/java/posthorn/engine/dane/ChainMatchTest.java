package posthorn.engine.dane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.Parsed;
import posthorn.engine.outside.Rdata;

class ChainMatchTest {

    private static final long SEED = 7672;

    @Test
    void randomRecordsFitNothingAndBreakNothing() {
        var random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            var data = new byte[random.nextInt(3) == 0 ? 32 : random.nextInt(80)];
            random.nextBytes(data);
            var record =
                    new TlsaRecord(
                            new Rdata.Tlsa(
                                    random.nextInt(5),
                                    random.nextInt(3),
                                    random.nextInt(4),
                                    HexFormat.of().formatHex(data)));

            assertThat(TlsaRecord.parse(record.data()) instanceof Parsed.Valid)
                    .as("seed %d, record %d: %s", SEED, i, record)
                    .isEqualTo(record.isUsable());
            assertThat(ChainMatch.of(List.of(record), List.of())).isEmpty();
        }
    }

    @Test
    void numbersThatMeanNothingAreNotUsed() {
        var digest = "ab".repeat(32);

        assertThat(usable(3, 1, 1, digest)).isTrue();
        assertThat(usable(4, 1, 1, digest)).isFalse();
        assertThat(usable(3, 2, 1, digest)).isFalse();
        assertThat(usable(3, 1, 3, digest)).isFalse();
        assertThat(usable(3, 1, 2, digest)).isFalse();
        assertThat(usable(0, 1, 1, digest)).isFalse();
    }

    private static boolean usable(int usage, int selector, int matchingType, String data) {
        return new TlsaRecord(new Rdata.Tlsa(usage, selector, matchingType, data)).isUsable();
    }
}
