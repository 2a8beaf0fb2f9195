package posthorn.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every parser, held against random input. `-Dfuzz.seed` and `-Dfuzz.inputs` ask
/// for other input and more of it.
class TargetsTest {

    private static final long SEED = Long.getLong("fuzz.seed", 5321);
    private static final int SHOWN = 300;
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 20_000);

    static List<Target> targets() {
        return Targets.all();
    }

    static Stream<Arguments> kept() {
        return targets().stream()
                .flatMap(t -> Kept.of(t).stream().map(file -> Arguments.of(t, file)));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void holdsForRandomInput(Target target) {
        var random = RandomInput.of(target);
        int step = target.inSlices() ? 20 : 1;
        for (long seed = SEED; seed < SEED + INPUTS; seed += step) {
            check(target, random.octets(seed), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void holdsForWhatOnceWasAMistake(Target target, Path file) throws IOException {
        check(target, Files.readAllBytes(file), file.toString());
    }

    /// The time grows with the length, not with its square: ten times the input of the limits
    /// elsewhere is read in seconds.
    @ParameterizedTest
    @MethodSource("targets")
    void holdsForEndlessInput(Target target) {
        for (var piece : target.pieces()) {
            check(
                    target,
                    piece.repeat(1 + 60_000 / piece.length()).getBytes(StandardCharsets.UTF_8),
                    piece);
        }
    }

    @Test
    void eachHasItsOwnName() {
        assertThat(targets()).extracting(Target::name).doesNotHaveDuplicates();
    }

    private static void check(Target target, byte[] input, String what) {
        try {
            target.property().check(input.clone());
        } catch (Exception | AssertionError | StackOverflowError e) {
            var start = Arrays.copyOf(input, Math.min(input.length, SHOWN));
            var shown = Base64.getEncoder().encodeToString(start);
            throw new AssertionError("%s, %s: %s".formatted(target, what, shown), e);
        }
    }
}
