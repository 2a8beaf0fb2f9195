package posthorn.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordDiffTest {

    @Test
    void isSilentWhenNothingDiffers() {
        assertThat(RecordDiff.between(List.of("a b", "c"), List.of("c", "a b"))).isEmpty();
    }

    @Test
    void marksTheWordsThatDiffer() {
        var lines =
                RecordDiff.between(
                        List.of("v=spf1 a mx -all"), List.of("v=spf1 a include:example.net -all"));

        assertThat(drawn(lines))
                .containsExactly(
                        "removed v=spf1 a [mx] -all", "added v=spf1 a [include:example.net] -all");
    }

    @Test
    void marksWordsThatCameAlone() {
        var lines = RecordDiff.between(List.of("v=spf1 -all"), List.of("v=spf1 mx -all"));

        assertThat(drawn(lines)).containsExactly("removed v=spf1 -all", "added v=spf1 [mx ]-all");
    }

    @Test
    void showsWholeRecordsThatCameOrWent() {
        assertThat(drawn(RecordDiff.between(List.of(), List.of("x y"))))
                .containsExactly("added x y");
        assertThat(drawn(RecordDiff.between(List.of("x y", "z"), List.of("z"))))
                .containsExactly("removed x y");
    }

    @Test
    void staysQuickWithLongRecords() {
        var before = "a ".repeat(50_000);

        var lines = RecordDiff.between(List.of(before), List.of(before + "b"));

        assertThat(lines).hasSize(2);
    }

    @Test
    void showsWhatCannotBeSeen() {
        assertThat(drawn(RecordDiff.between(List.of(), List.of("a\u202eb"))))
                .containsExactly("added a\\u{202e}b");
    }

    private static List<String> drawn(List<RecordDiff.Line> lines) {
        return lines.stream().map(line -> line.sign() + " " + drawnParts(line.parts())).toList();
    }

    /// Marked neighbours are drawn as one.
    private static String drawnParts(List<RecordDiff.Part> parts) {
        return parts.stream()
                .map(part -> part.marked() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining())
                .replace("][", "");
    }
}
