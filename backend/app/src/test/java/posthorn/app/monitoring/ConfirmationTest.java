package posthorn.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.unknown;
import static posthorn.engine.check.Finding.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import posthorn.app.monitoring.Confirmation.Decision;
import posthorn.engine.check.Finding;

class ConfirmationTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration GAP = Duration.ofSeconds(60);
    private static final Known GOOD = known(info("spf.ok", "example.org"));
    private static final Known BAD = known(critical("spf.missing", "example.org"));
    private static final Known OTHER = known(warning("spf.soft", "example.org"));
    private static final Known SILENT = known(unknown("spf.unreachable", "example.org"));

    @Test
    void goesOnWhenNothingIsNew() {
        assertThat(decide(GOOD, none(), GOOD))
                .isEqualTo(new Decision.Unchanged(GOOD, true, none()));
    }

    @Test
    void suspectsWhatIsNew() {
        assertThat(decide(GOOD, none(), BAD))
                .isEqualTo(new Decision.Suspected(suspicion(BAD, NOW, 1)));
    }

    @Test
    void believesWhatTwoRunsSaw() {
        assertThat(decide(GOOD, since(BAD, 60), BAD)).isEqualTo(new Decision.Changed(BAD));
    }

    @Test
    void waitsWhenTheSecondRunCameTooSoon() {
        assertThat(decide(GOOD, since(BAD, 59), BAD))
                .isEqualTo(new Decision.Suspected(since(BAD, 59).orElseThrow()));
    }

    @Test
    void forgetsASingleBlip() {
        assertThat(decide(GOOD, since(BAD, 60), GOOD))
                .isEqualTo(new Decision.Unchanged(GOOD, true, none()));
    }

    @Test
    void beginsAnewWhenTheSecondRunSawSomethingElse() {
        assertThat(decide(GOOD, since(BAD, 60), OTHER))
                .isEqualTo(new Decision.Suspected(suspicion(OTHER, NOW, 2)));
    }

    @Test
    void keepsASuspicionThroughSilence() {
        var decision = decide(GOOD, since(BAD, 60), SILENT);

        assertThat(decision).isInstanceOf(Decision.Unchanged.class);
        assertThat(((Decision.Unchanged) decision).suspicion())
                .contains(suspicion(BAD, NOW.minusSeconds(60), 2));
    }

    @Test
    void changesNothingThroughSilence() {
        var decision = decide(BAD, none(), SILENT);

        assertThat(decision).isEqualTo(new Decision.Unchanged(BAD.after(SILENT), false, none()));
    }

    @Test
    void hasSeenItAllWhenOnlyAQuestionMoreStaysOpen() {
        var result = known(BAD.findings().getFirst(), SILENT.findings().getFirst());

        assertThat(decide(BAD, none(), result))
                .isEqualTo(new Decision.Unchanged(result, true, none()));
    }

    @Test
    void needsNoSecondLookAfterAnEditOrAfterNothing() {
        assertThat(new Confirmation(GAP, NOW, true).decide(GOOD, none(), BAD))
                .isEqualTo(new Decision.Changed(BAD));
        assertThat(decide(SILENT, none(), BAD)).isEqualTo(new Decision.Changed(BAD));
    }

    @Test
    void doesNotHurryForEver() {
        assertThat(suspicion(BAD, NOW, Suspicion.MOST_TRIES).isUrgent()).isTrue();
        assertThat(suspicion(BAD, NOW, Suspicion.MOST_TRIES + 1).isUrgent()).isFalse();
    }

    private static Decision decide(Known open, Optional<Suspicion> suspicion, Known result) {
        return new Confirmation(GAP, NOW, false).decide(open, suspicion, result);
    }

    private static Optional<Suspicion> none() {
        return Optional.empty();
    }

    private static Optional<Suspicion> since(Known known, int seconds) {
        return Optional.of(suspicion(known, NOW.minusSeconds(seconds), 1));
    }

    private static Suspicion suspicion(Known known, Instant since, int tries) {
        return new Suspicion(GOOD.markOf(known), since, tries);
    }

    private static Known known(Finding... findings) {
        return Known.of(List.of(), List.of(findings));
    }
}
