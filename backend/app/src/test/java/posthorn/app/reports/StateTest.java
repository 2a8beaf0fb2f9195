package posthorn.app.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import posthorn.app.domains.Domain;
import posthorn.app.monitoring.Observation;
import posthorn.app.monitoring.Status;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Verdict;
import posthorn.engine.outside.DnsName;
import posthorn.engine.text.Texts;

class StateTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void hasSeenNothingWhenEveryCheckThatAppliesWasSilent() {
        assertThat(state(Verdict.UNKNOWN, Verdict.UNKNOWN).isUnseen()).isTrue();
        assertThat(state(Verdict.UNKNOWN, Verdict.NOT_APPLICABLE).isUnseen()).isTrue();
    }

    @Test
    void hasSeenSomethingWhenOneCheckAnswered() {
        assertThat(state(Verdict.UNKNOWN, Verdict.OK).isUnseen()).isFalse();
        assertThat(state(Verdict.NOT_APPLICABLE).isUnseen()).isFalse();
        assertThat(state(new Observation[0]).isUnseen()).isFalse();
    }

    @Test
    void callsWhatIsOptionalAndAbsentUnused() {
        assertThat(state(seen(Verdict.OK, notice("mtasts.absent", "example.org"))).shown("spf"))
                .isEqualTo(State.UNUSED);
        assertThat(state(seen(Verdict.OK, info("spf.ok", "example.org"))).shown("spf"))
                .isEqualTo("OK");
        assertThat(state(seen(Verdict.WARN, warning("tlsrpt.absent", "example.org"))).shown("spf"))
                .isEqualTo("WARN");
        assertThat(state(new Observation[0]).shown("spf")).isEqualTo(State.WAITING);
    }

    @Test
    void knowsCodesOfOptionalThingsThatThereAre() {
        assertThat(State.OPTIONAL)
                .allMatch(code -> Texts.in(Locale.ENGLISH).template(code).isPresent());
    }

    private static State state(Verdict... verdicts) {
        return state(Stream.of(verdicts).map(verdict -> seen(verdict)).toArray(Observation[]::new));
    }

    private static State state(Observation... open) {
        var name = DnsName.of("example.org");
        var profile = Profile.SENDS_AND_RECEIVES;
        var domain = new Domain(1, 1, name, profile, List.of(), List.of(), NOON, null);
        return new State(domain, new Status(List.of(open), null, null, false), List.of());
    }

    private static Observation seen(Verdict verdict, Finding... findings) {
        return new Observation(
                1,
                1,
                "spf",
                verdict,
                List.of(),
                List.of(findings),
                NOON,
                NOON,
                null,
                1,
                null,
                null,
                false);
    }
}
