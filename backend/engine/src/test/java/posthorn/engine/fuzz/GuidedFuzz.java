package posthorn.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/// Looks for input that breaks a parser, led by the code that input reaches. `-Dfuzz.target` names
/// one parser; without it the first octet of the input chooses. Jazzer runs one test method in one
/// Java machine, hence one for all.
class GuidedFuzz {

    private static final String EVERY = "every";
    private static final String TARGET = System.getProperty("fuzz.target", EVERY);
    private static final List<Target> TARGETS =
            TARGET.equals(EVERY) ? Targets.all() : List.of(Targets.named(TARGET));
    private static final int SEEDS = TARGET.equals(EVERY) ? 4 : 100;

    /// No run over a second (S-24), here with room for the instruments.
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /// In the build nobody reads what libFuzzer tells past Java; closed, the stream leads nowhere.
    @BeforeAll
    static void quiet() throws IOException {
        if (TARGET.equals(EVERY)) {
            new FileOutputStream(FileDescriptor.err).close();
        }
    }

    static Stream<byte[]> seeds() {
        return IntStream.range(0, TARGETS.size()).boxed().flatMap(GuidedFuzz::seeds);
    }

    private static Stream<byte[]> seeds(int number) {
        var target = TARGETS.get(number);
        var kept = Kept.of(target).stream().map(GuidedFuzz::read);
        var random = RandomInput.of(target);
        var inputs = IntStream.range(0, SEEDS).mapToObj(random::octets);
        return Stream.concat(kept, inputs).map(input -> choosing(number, input));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] choosing(int number, byte[] input) {
        if (TARGETS.size() == 1) {
            return input;
        }
        var chosen = new byte[input.length + 1];
        chosen[0] = (byte) number;
        System.arraycopy(input, 0, chosen, 1, input.length);
        return chosen;
    }

    @MethodSource("seeds")
    @FuzzTest
    void holds(byte[] input) throws Exception {
        if (TARGETS.size() == 1) {
            check(TARGETS.getFirst(), input);
        } else if (input.length > 0) {
            int number = (input[0] & 0xff) % TARGETS.size();
            check(TARGETS.get(number), Arrays.copyOfRange(input, 1, input.length));
        }
    }

    private static void check(Target target, byte[] input) throws Exception {
        var clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        target.property().check(input);
        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start)).isLessThan(LIMIT);
    }
}
