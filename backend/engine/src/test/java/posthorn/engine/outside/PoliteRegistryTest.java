package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.outside.Registration.Dated;
import posthorn.engine.outside.Registration.NotFound;
import posthorn.engine.outside.Registration.Undated;
import posthorn.engine.outside.Registration.Unknown;
import posthorn.engine.outside.Registration.Why;

@Timeout(20)
class PoliteRegistryTest {

    private static final DnsName DOMAIN = DnsName.of("example.org");
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Registration ACTIVE = new Undated(List.of("active"));

    private final SettableClock clock = new SettableClock();
    private final List<DnsName> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Registration said = ACTIVE;
    private final PoliteRegistry registry = new PoliteRegistry(this::say, clock, LONG, 3);

    private Registration say(DnsName domain) {
        asked.add(domain);
        return said;
    }

    private Registration dated(int days) {
        return new Dated(clock.instant().plus(Duration.ofDays(days)), List.of());
    }

    /// How often the registry is asked in a day when somebody asks every ten minutes.
    private int askedInADay() {
        asked.clear();
        for (int i = 0; i < 24 * 6; i++) {
            registry.of(DOMAIN);
            clock.add(Duration.ofMinutes(10));
        }
        return asked.size();
    }

    @Test
    void asksOnceADay() {
        assertThat(askedInADay()).isEqualTo(1);
        said = dated(60);
        assertThat(askedInADay()).isEqualTo(1);
    }

    @Test
    void asksOnceAnHourWhenTheEndIsNear() {
        said = dated(30);

        assertThat(askedInADay()).isEqualTo(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client hold", "pending delete", "redemption period"})
    void asksOnceAnHourWhileSomethingIsGoingOn(String status) {
        said = new Undated(List.of(status));

        assertThat(askedInADay()).isEqualTo(24);
    }

    @Test
    void asksOnceAnHourAboutADomainThatIsNotFound() {
        said = new NotFound();

        assertThat(askedInADay()).isEqualTo(24);
    }

    @ParameterizedTest
    @EnumSource(
            value = Why.class,
            names = {"SILENT", "REFUSED", "MALFORMED", "NO_SERVICE"})
    void asksAgainAfterAnHourWhenItFailed(Why why) {
        said = new Unknown(why);

        assertThat(registry.of(DOMAIN)).isEqualTo(said);
        assertThat(askedInADay()).isEqualTo(23);
    }

    @Test
    void asksAgainAtOnceWhenItWasNotAsked() {
        said = new Unknown(Why.NOT_NOW);
        registry.of(DOMAIN);
        said = ACTIVE;

        assertThat(registry.of(DOMAIN)).isEqualTo(ACTIVE);
    }

    @Test
    void saysWhatWasSaidLastForTwoDays() {
        registry.of(DOMAIN);
        said = new Unknown(Why.SILENT);

        clock.add(Duration.ofDays(1));
        assertThat(registry.of(DOMAIN)).isEqualTo(ACTIVE);
        assertThat(asked).hasSize(2);
        clock.add(Duration.ofDays(1).minusSeconds(1));
        assertThat(registry.of(DOMAIN)).isEqualTo(ACTIVE);
        clock.add(Duration.ofHours(1));
        assertThat(registry.of(DOMAIN)).isEqualTo(said);
    }

    @Test
    void forgetsTheDomainAskedAboutLongestAgo() {
        IntStream.range(0, 4).forEach(i -> registry.of(DnsName.of("d" + i + ".example")));
        asked.clear();

        registry.of(DnsName.of("d3.example"));
        assertThat(asked).isEmpty();
        registry.of(DnsName.of("d0.example"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void asksOnceForAllWhoAskAtTheSameTime() {
        var start = new CountDownLatch(20);
        var slow =
                new PoliteRegistry(
                        domain -> {
                            waitFor(start);
                            return say(domain);
                        },
                        clock,
                        LONG,
                        3);

        var answers =
                Parallel.map(
                        IntStream.range(0, 20).boxed().toList(),
                        20,
                        _ -> {
                            start.countDown();
                            return slow.of(DOMAIN);
                        });

        assertThat(answers).containsOnly(ACTIVE);
        assertThat(asked).hasSize(1);
    }

    @Test
    void letsNobodyWaitAndHasTheAnswerLater() {
        var late = new CountDownLatch(1);
        var said = new CountDownLatch(1);
        var slow =
                new PoliteRegistry(
                        _ -> {
                            waitFor(late);
                            said.countDown();
                            return ACTIVE;
                        },
                        clock,
                        Duration.ofMillis(1),
                        3);

        assertThat(slow.of(DOMAIN)).isEqualTo(new Unknown(Why.SILENT));
        late.countDown();
        waitFor(said);

        Registration answer;
        do {
            answer = slow.of(DOMAIN);
        } while (answer instanceof Unknown);
        assertThat(answer).isEqualTo(ACTIVE);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
