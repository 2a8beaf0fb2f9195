package posthorn.app.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=spf1 include:_spf.example.net ~all",
                "grüße 日本語 ñ",
                "<b>&amp;\"'</b>",
                "\\u{0}",
                "🙂"
            })
    void leavesVisibleTextAlone(String text) {
        assertThat(Shown.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0x00, 0",
        "0x07, 7",
        "0x0a, a",
        "0x0d, d",
        "0x1b, 1b",
        "0x7f, 7f",
        "0x85, 85",
        "0xa0, a0",
        "0xad, ad",
        "0x200b, 200b",
        "0x200d, 200d",
        "0x202e, 202e",
        "0x2028, 2028",
        "0x2066, 2066",
        "0x2800, 2800",
        "0x3164, 3164",
        "0xfe0f, fe0f",
        "0xfeff, feff",
        "0xe000, e000",
        "0xe0041, e0041",
        "0xe0100, e0100"
    })
    void showsWhatCannotBeSeen(String codePoint, String escape) {
        var text = "a" + Character.toString(Integer.decode(codePoint)) + "b";

        assertThat(Shown.of(text)).isEqualTo("a\\u{" + escape + "}b");
    }

    @Test
    void showsHalfACharacter() {
        assertThat(Shown.of("a\ud83d")).isEqualTo("a\\u{d83d}");
    }

    @Test
    void keepsLinesWhereTheyBelong() {
        assertThat(Shown.lines("a\tb\nc\u001b[31m")).isEqualTo("a\tb\nc\\u{1b}[31m");
        assertThat(Shown.of("a\nb")).isEqualTo("a\\u{a}b");
    }

    @Test
    void cutsLongTextWithAMark() {
        assertThat(Shown.of("x".repeat(5_000))).hasSize(4_004).endsWith("x […]");
    }
}
