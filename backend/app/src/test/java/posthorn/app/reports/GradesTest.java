package posthorn.app.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.unknown;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import posthorn.app.domains.Domain;
import posthorn.app.monitoring.Observation;
import posthorn.app.monitoring.Status;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Verdict;
import posthorn.engine.grade.Letter;
import posthorn.engine.grade.Line;
import posthorn.engine.outside.DnsName;

class GradesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Finding SEVERAL = critical("spf.multiple", "example.org");
    private static final Finding SILENT = unknown("spf.unanswered", "example.org");

    private final Grades grades = new Grades(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void gradesNothingBeforeAllChecksHaveRun() {
        var status = new Status(List.of(seen("spf", Duration.ZERO)), null, null, false);

        assertThat(grades.of(new State(domain(), status, List.of("spf", "mx")))).isEmpty();
        assertThat(grades.of(new State(domain(), status, List.of("spf")))).isPresent();
    }

    @Test
    void goesByWhatWasKnownLastForADay() {
        var grade = grades.of(state(seen("spf", Duration.ofHours(23)))).orElseThrow();

        assertThat(grade.lines()).hasOnlyElementsOfType(Line.Counted.class);
        assertThat(grade.letter()).isEqualTo(Letter.F);
    }

    @Test
    void forgetsThenAndDeductsNothing() {
        var grade = grades.of(state(seen("spf", Duration.ofHours(25)))).orElseThrow();

        assertThat(grade.lines()).hasOnlyElementsOfType(Line.Open.class);
        assertThat(grade.letter()).isEqualTo(Letter.NONE);
    }

    private static State state(Observation seen) {
        return new State(
                domain(), new Status(List.of(seen), null, null, false), List.of(seen.kind()));
    }

    private static Domain domain() {
        var name = DnsName.of("example.org");
        return new Domain(1, 1, name, Profile.SENDS_AND_RECEIVES, List.of(), List.of(), NOON, null);
    }

    /// A check that has failed, and been silent about it for so long.
    private static Observation seen(String kind, Duration silent) {
        return new Observation(
                1,
                1,
                kind,
                Verdict.FAIL,
                List.of(),
                List.of(SEVERAL, SILENT),
                NOON.minus(Duration.ofDays(3)),
                NOON,
                null,
                1,
                silent.isZero() ? null : NOON.minus(silent),
                null,
                false);
    }
}
