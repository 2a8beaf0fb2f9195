package posthorn.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.unknown;
import static posthorn.engine.check.Finding.warning;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void tellsWhatAppearedWorsenedEasedAndCleared() {
        var before =
                List.of(
                        warning("mx.a", "example.org"),
                        critical("mx.b", "example.org"),
                        warning("mx.c", "example.org"));
        var after =
                List.of(
                        critical("mx.a", "example.org"),
                        warning("mx.b", "example.org"),
                        warning("mx.d", "example.org"));

        var comparison = Comparison.of(before, after);

        assertThat(comparison.appeared()).containsExactly(after.get(2));
        assertThat(comparison.worsened())
                .containsExactly(new Comparison.Step(before.get(0), after.get(0)));
        assertThat(comparison.eased())
                .containsExactly(new Comparison.Step(before.get(1), after.get(1)));
        assertThat(comparison.cleared()).containsExactly(before.get(2));
    }

    @Test
    void tellsSubjectsApart() {
        var comparison =
                Comparison.of(
                        List.of(warning("dnsbl.listed", "192.0.2.1")),
                        List.of(warning("dnsbl.listed", "192.0.2.2")));

        assertThat(comparison.appeared()).hasSize(1);
        assertThat(comparison.cleared()).hasSize(1);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(Comparison.of(List.of(), List.of(unknown("mx.a", "example.org"))).isEmpty())
                .isTrue();
        assertThat(Comparison.of(List.of(unknown("mx.a", "example.org")), List.of()).isEmpty())
                .isTrue();
    }

    @Test
    void countsAFindingGivenTwiceOnceAndAtItsWorst() {
        var comparison =
                Comparison.of(
                        List.of(critical("mx.a", "example.org")),
                        List.of(warning("mx.a", "example.org"), critical("mx.a", "example.org")));

        assertThat(comparison.isEmpty()).isTrue();
    }
}
