package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

    @ParameterizedTest
    @CsvSource({
        "001b, \\x1b",
        "0007, \\x07",
        "000a, \\n",
        "000d, \\r",
        "0009, \\t",
        "007f, \\x7f",
        "009b, \\x9b",
        "00a0, \\xa0",
        "00ad, \\xad",
        "200b, \\u{200B}",
        "202e, \\u{202E}",
        "2028, \\u{2028}",
        "2066, \\u{2066}",
        "feff, \\u{FEFF}",
        "d800, \\u{D800}",
        "e000, \\u{E000}"
    })
    void showsWhatCouldSteerATerminal(String hex, String shown) {
        char c = (char) Integer.parseInt(hex, 16);

        assertThat(Shown.of("a" + c + "b")).isEqualTo("a" + shown + "b");
    }

    @Test
    void leavesOtherTextAlone() {
        assertThat(Shown.of("Grüße, v=spf1 -all 日本")).isEqualTo("Grüße, v=spf1 -all 日本");
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(Shown.of("x".repeat(5000))).hasSize(2004).endsWith(" […]");
    }
}
