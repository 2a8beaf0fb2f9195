package posthorn.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.message.MessageReader;
import posthorn.engine.message.RawMessage;

class TraceTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    /// The way through hosts with these times of day, the newest first.
    private static Trace trace(String... times) {
        var header =
                Arrays.stream(times)
                        .map(time ->
                                "Received: from a.example.org by b.example.org with ESMTPS"
                                        + (time.isEmpty()
                                                ? ""
                                                : "; Wed, 25 Nov 2026 " + time + " +0000")
                                        + "\r\n")
                        .collect(Collectors.joining());
        return Trace.of(message(header), NOON);
    }

    private static HeaderSection message(String header) {
        var raw = RawMessage.of((header + "\r\n").getBytes(StandardCharsets.US_ASCII));
        try (var reader = MessageReader.open(raw)) {
            return reader.header();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsHowLongEachStepTook() {
        var trace = trace("11:59:58", "11:59:50", "11:00:00");

        assertThat(trace.hops())
                .extracting(Hop::delay)
                .containsExactly(Duration.ZERO, Duration.ofSeconds(3_590), Duration.ofSeconds(8));
        assertThat(trace.hops()).extracting(Hop::position).containsExactly(1, 2, 3);
        assertThat(trace.hops()).extracting(Hop::ahead).containsOnly(Duration.ZERO);
        assertThat(trace.total()).isEqualTo(Duration.ofSeconds(3_598));
    }

    @Test
    void noStepTakesLessThanNothing() {
        var trace = trace("11:59:00", "11:58:00", "11:59:30", "11:50:00");

        assertThat(trace.hops())
                .extracting(Hop::delay)
                .containsExactly(
                        Duration.ZERO, Duration.ofMinutes(8), Duration.ZERO, Duration.ofMinutes(1));
        assertThat(trace.hops())
                .extracting(Hop::ahead)
                .containsExactly(
                        Duration.ZERO, Duration.ofSeconds(90), Duration.ZERO, Duration.ZERO);
    }

    @Test
    void believesItsOwnClock() {
        var trace = trace("12:05:00", "11:59:00");

        assertThat(trace.hops().getLast().timing())
                .isEqualTo(
                        new Hop.Timing.Known(NOON, Duration.ofMinutes(1), Duration.ofMinutes(5)));
    }

    @Test
    void passesOverStepsWithoutADate() {
        var trace = trace("11:59:00", "", "11:50:00");

        assertThat(trace.hops().get(1).timing()).isEqualTo(new Hop.Timing.Undated());
        assertThat(trace.hops().get(2).delay()).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void readsSoManyStepsAndNoMore() {
        var times = IntStream.range(0, 120).mapToObj(_ -> "11:00:00").toArray(String[]::new);

        assertThat(trace(times).hops()).hasSize(Trace.MAX_HOPS);
        assertThat(trace(times).isCut()).isTrue();
        assertThat(trace("11:00:00").isCut()).isFalse();
        assertThat(trace().hops()).isEmpty();
        assertThat(trace().total()).isZero();
    }
}
