package posthorn.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import posthorn.app.domains.Domain;
import posthorn.app.monitoring.Observation;
import posthorn.app.monitoring.Status;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Verdict;
import posthorn.engine.outside.DnsName;

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
        assertThat(state().isUnseen()).isFalse();
    }

    private static State state(Verdict... verdicts) {
        var name = DnsName.of("example.org");
        var profile = Profile.SENDS_AND_RECEIVES;
        var domain = new Domain(1, 1, name, profile, List.of(), List.of(), NOON, null);
        var open = Stream.of(verdicts).map(StateTest::seen).toList();
        return new State(domain, new Status(open, null, null, false), List.of());
    }

    private static Observation seen(Verdict verdict) {
        return new Observation(
                1, 1, "spf", verdict, List.of(), List.of(), NOON, NOON, null, 1, null, null, false);
    }
}
