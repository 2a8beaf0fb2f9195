package posthorn.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.Finding;

class TextsTest {

    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
    private static final Texts GERMAN = Texts.in(Locale.GERMAN);

    @Test
    void writesADayAsTheLanguageDoes() {
        var finding = expiring("2026-12-01");

        assertThat(ENGLISH.sentence(finding)).contains("on 1 December 2026");
        assertThat(GERMAN.sentence(finding)).contains("am 01.12.2026 ab");
    }

    @Test
    void keepsTheTimeOfATime() {
        assertThat(ENGLISH.sentence(expiring("2026-12-01T09:30:15Z")))
                .contains("1 December 2026, 09:30 UTC");
        assertThat(GERMAN.sentence(expiring("2026-12-01 09:30 UTC")))
                .contains("01.12.2026, 09:30 UTC");
    }

    @Test
    void leavesWhatIsNoDayAsItIs() {
        assertThat(ENGLISH.sentence(expiring("2026-13-41"))).contains("on 2026-13-41");
        assertThat(ENGLISH.sentence(expiring("soon"))).contains("on soon");
    }

    @Test
    void cutsALongList() {
        var names = IntStream.rangeClosed(1, 40).mapToObj(i -> "t" + i).toList();

        assertThat(ENGLISH.sentence(badTerms(names))).endsWith("t9, t10 and 30 more");
        assertThat(GERMAN.sentence(badTerms(names))).endsWith("t9, t10 und 30 weitere");
        assertThat(ENGLISH.sentence(badTerms(names.subList(0, 12)))).endsWith("t11, t12");
    }

    @Test
    void saysTheSameWordOnce() {
        assertThat(ENGLISH.sentence(badTerms(List.of("a", "b", "a")))).endsWith("read: a, b");
    }

    @Test
    void showsThatThereIsNothing() {
        assertThat(ENGLISH.sentence(badTerms(List.of()))).endsWith("read: –");
        assertThat(ENGLISH.sentence(badTerms(List.of(" ")))).endsWith("read: –");
    }

    @Test
    void cutsALongValueBetweenCharacters() {
        assertThat(ENGLISH.sentence(badTerms(List.of("📯".repeat(700)))))
                .endsWith("read: " + "📯".repeat(600) + "…");
    }

    private static Finding expiring(String until) {
        return Finding.warning("tls.cert-expiring", "mail.example.org")
                .with("until", until)
                .with("days", 5)
                .with("operator", "SELF");
    }

    private static Finding badTerms(List<String> terms) {
        return Finding.critical("spf.bad-term", "example.org").with("terms", terms);
    }
}
