package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(10)
class SharedCachingDnsTest {

    private static final Zone ZONE =
            ZoneReader.read(
                    """
                    short.example.org. 30 TXT "a"
                    long.example.org. 999999 TXT "b"
                    zero.example.org. 0 TXT "c"
                    empty.example.org. 60 A 192.0.2.1
                    broken.example.org. !SERVFAIL
                    """);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Clock clock = InstantSource.system().withZone(ZoneOffset.UTC);
    private final AtomicInteger asked = new AtomicInteger();
    private final Dns counting =
            question -> {
                asked.incrementAndGet();
                return new ZoneDns(ZONE).ask(question);
            };

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public java.time.ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "short, 29, 1",
        "short, 30, 2",
        "long, 3599, 1",
        "long, 3600, 2",
        "zero, 0, 2",
        "empty, 59, 1",
        "empty, 60, 2",
        "none, 59, 1",
        "none, 60, 2",
        "broken, 4, 1",
        "broken, 5, 2"
    })
    void remembersForItsTime(String label, long seconds, int questions) {
        var dns = new SharedCachingDns(counting, 10, clock());
        var name = DnsName.of(label + ".example.org");

        var before = dns.txt(name);
        now.updateAndGet(t -> t.plus(Duration.ofSeconds(seconds)));
        var after = dns.txt(name);

        assertThat(after).isEqualTo(before);
        assertThat(asked).hasValue(questions);
    }

    @Test
    void forgetsWhatWasUnusedForLongest() {
        var dns = new SharedCachingDns(counting, 2, clock());

        dns.txt(DnsName.of("short.example.org"));
        dns.txt(DnsName.of("long.example.org"));
        dns.txt(DnsName.of("short.example.org"));
        dns.txt(DnsName.of("none.example.org"));

        assertThat(dns.size()).isEqualTo(2);
        dns.txt(DnsName.of("short.example.org"));
        assertThat(asked).hasValue(3);
        dns.txt(DnsName.of("long.example.org"));
        assertThat(asked).hasValue(4);
    }

    @Test
    void asksOnceForManyAtTheSameTime() throws Exception {
        var open = new CountDownLatch(1);
        Dns slow =
                question -> {
                    try {
                        open.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return counting.ask(question);
                };
        var dns = new SharedCachingDns(slow, 10, clock());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    java.util.stream.IntStream.range(0, 50)
                            .mapToObj(_ ->
                                    threads.submit(() -> dns.txt(DnsName.of("short.example.org"))))
                            .toList();
            open.countDown();

            for (var answer : answers) {
                assertThat(answer.get().records()).hasSize(1);
            }
        }
        assertThat(asked).hasValue(1);
    }
}
