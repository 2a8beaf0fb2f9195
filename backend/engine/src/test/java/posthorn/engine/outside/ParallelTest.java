package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {

    @Test
    void keepsTheOrderOfTheInputs() {
        var second = new CountDownLatch(1);

        var answers =
                Parallel.map(
                        List.of(1, 2),
                        2,
                        number -> {
                            if (number == 1) {
                                await(second);
                            } else {
                                second.countDown();
                            }
                            return number * 10;
                        });

        assertThat(answers).containsExactly(10, 20);
    }

    @Test
    void asksNoMoreAtATimeThanAllowed() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();

        Parallel.map(
                IntStream.range(0, 200).boxed().toList(),
                3,
                number -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    return now.decrementAndGet() + number;
                });

        assertThat(most.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void doesNotHideAMistakeOfOurs() {
        assertThatThrownBy(() -> Parallel.map(List.of(0), 1, number -> String.valueOf(1 / number)))
                .hasRootCauseInstanceOf(ArithmeticException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
