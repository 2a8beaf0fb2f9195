package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
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

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Zone ZONE =
            ZoneReader.read(
                    """
                    short.example.org. 30 TXT "a"
                    long.example.org. 999999 TXT "b"
                    zero.example.org. 0 TXT "c"
                    empty.example.org. 60 A 192.0.2.1
                    broken.example.org. !SERVFAIL
                    denied.example.org. 20 !NXDOMAIN
                    bare.example.org. 10 !NODATA TXT
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
        "empty, 3599, 1",
        "empty, 3600, 2",
        "denied, 19, 1",
        "denied, 20, 2",
        "bare, 9, 1",
        "bare, 10, 2",
        "broken, 4, 1",
        "broken, 5, 2"
    })
    void remembersForItsTime(String label, long seconds, int questions) {
        var dns = new SharedCachingDns(counting, 100_000, LONGEST, clock());
        var name = DnsName.of(label + ".example.org");

        var before = dns.txt(name);
        now.updateAndGet(t -> t.plus(Duration.ofSeconds(seconds)));
        var after = dns.txt(name);

        assertThat(after).isEqualTo(before);
        assertThat(asked).hasValue(questions);
    }

    @Test
    void forgetsWhatWasUnusedForLongest() {
        Dns each =
                question -> {
                    asked.incrementAndGet();
                    return data("x".repeat(200));
                };
        long room = 100_000;
        var dns = new SharedCachingDns(each, room, LONGEST, clock());
        var used = DnsName.of("used.example.org");

        for (int i = 0; i < 1000; i++) {
            dns.txt(DnsName.of(i + ".example.org"));
            dns.txt(used);
            assertThat(dns.octets()).isPositive().isLessThanOrEqualTo(room);
        }

        assertThat(asked).hasValue(1001);
        dns.txt(DnsName.of("999.example.org"));
        assertThat(asked).hasValue(1001);
        dns.txt(DnsName.of("0.example.org"));
        assertThat(asked).hasValue(1002);
    }

    @Test
    void doesNotKeepWhatTakesMuchOfTheRoom() {
        Dns large =
                question -> {
                    asked.incrementAndGet();
                    return data("x".repeat(65_000));
                };
        var dns = new SharedCachingDns(large, 1_000_000, LONGEST, clock());

        dns.txt(DnsName.of("large.example.org"));
        dns.txt(DnsName.of("large.example.org"));

        assertThat(asked).hasValue(2);
        assertThat(dns.octets()).isZero();
    }

    @Test
    void givesBackTheRoomOfWhatIsTooOld() {
        var dns = new SharedCachingDns(counting, 100_000, LONGEST, clock());
        var name = DnsName.of("short.example.org");

        dns.txt(name);
        long room = dns.octets();
        now.updateAndGet(t -> t.plusSeconds(30));
        dns.txt(name);

        assertThat(dns.octets()).isEqualTo(room).isPositive();
    }

    @Test
    void remembersNothingForTheDomainThatIsLookedAt() {
        var dns = new SharedCachingDns(counting, 100_000, LONGEST, clock());
        var own = DnsName.of("long.example.org");
        dns.txt(own);
        dns.txt(DnsName.of("short.example.org"));

        var fresh = dns.freshWithin(own);
        fresh.txt(own);
        fresh.txt(DnsName.of("short.example.org"));

        assertThat(asked).hasValue(3);
    }

    private static Answer<Rdata> data(String text) {
        return new Answer.Data<>(
                List.of(Rdata.Text.of(text)), 300, false, List.of(), Source.local("test"));
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
        var dns = new SharedCachingDns(slow, 100_000, LONGEST, clock());
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
