package posthorn.engine.dnsbl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

class PoliteListsTest {

    private static final ListTable TABLE =
            ListTable.builtIn()
                    .extendedBy(
                            """
                            only
                            [grave]
                            name   Grave
                            zone   grave.example
                            lists  ip4
                            tier   A
                            on     yes
                            code   127.0.0.2 spam
                            [light]
                            name   Light
                            zone   light.example
                            lists  ip4
                            tier   C
                            on     yes
                            code   127.0.0.2 spam
                            """);

    private static final DnsName GRAVE = DnsName.of("20.2.0.192.grave.example");
    private static final DnsName LIGHT = DnsName.of("20.2.0.192.light.example");
    private static final DnsName ENTRY = DnsName.of("2.0.0.127.grave.example");
    private static final DnsName LOOPBACK = DnsName.of("1.0.0.127.grave.example");

    private final List<DnsName> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private String zone = "2.0.0.127.grave.example. A 127.0.0.2\n";

    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    private final Dns polite = polite(Duration.ofMinutes(10), 100);

    private Dns polite(Duration listed, int size) {
        Dns below =
                question -> {
                    asked.add(question.name());
                    return new ZoneDns(ZoneReader.read(zone)).ask(question);
                };
        return new PoliteLists(TABLE, below, listed, clock, size);
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    @Test
    void asksAnImportantListOnceAnHourAboutAName() {
        polite.a(GRAVE);
        after(Duration.ofMinutes(59));
        polite.a(GRAVE);

        assertThat(asked).hasSize(1);

        after(Duration.ofMinutes(2));
        polite.a(GRAVE);

        assertThat(asked).hasSize(2);
    }

    @Test
    void asksOthersOnceInSixHours() {
        polite.a(LIGHT);
        after(Duration.ofMinutes(359));
        polite.a(LIGHT);

        assertThat(asked).hasSize(1);

        after(Duration.ofMinutes(2));
        polite.a(LIGHT);

        assertThat(asked).hasSize(2);
    }

    @Test
    void asksAgainSoonAboutWhatIsListed() {
        zone += "20.2.0.192.light.example. A 127.0.0.2\n";
        polite.a(LIGHT);
        after(Duration.ofMinutes(9));
        polite.a(LIGHT);

        assertThat(asked).hasSize(1);

        after(Duration.ofMinutes(2));

        assertThat(polite.a(LIGHT).records()).hasSize(1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void holdsAListingNoLongerThanARunThatConfirmsItWaits() {
        zone += "20.2.0.192.light.example. A 127.0.0.2\n";
        var hasty = polite(Duration.ofSeconds(45), 100);

        hasty.a(LIGHT);
        after(Duration.ofSeconds(90));
        hasty.a(LIGHT);

        assertThat(asked).hasSize(2);
    }

    @Test
    void believesARemovalOnlyWhenItIsSaidTwice() {
        var listed = zone + "20.2.0.192.light.example. A 127.0.0.2\n";
        var clean = zone;
        zone = listed;
        polite.a(LIGHT);
        zone = clean;
        after(Duration.ofMinutes(11));

        assertThat(polite.a(LIGHT)).isInstanceOf(Answer.NxDomain.class);

        after(Duration.ofMinutes(11));
        polite.a(LIGHT);
        after(Duration.ofHours(5));
        polite.a(LIGHT);

        assertThat(asked).hasSize(3);
    }

    @Test
    void testsAHealthyListEveryQuarterOfAnHour() {
        polite.a(ENTRY);
        polite.a(LOOPBACK);
        after(Duration.ofMinutes(14));
        polite.a(ENTRY);
        polite.a(LOOPBACK);

        assertThat(asked).containsExactly(ENTRY, LOOPBACK);

        after(Duration.ofMinutes(2));
        polite.a(ENTRY);

        assertThat(asked).hasSize(3);
    }

    @Test
    void testsAListInTroubleEveryFiveMinutes() {
        for (var trouble :
                List.of("A 127.255.255.254", "A 203.0.113.9", "!TIMEOUT A", "!NXDOMAIN A")) {
            asked.clear();
            zone = "2.0.0.127.grave.example. " + trouble + "\n";
            after(Duration.ofHours(1));

            polite.a(ENTRY);
            after(Duration.ofMinutes(4));
            polite.a(ENTRY);
            after(Duration.ofMinutes(2));
            polite.a(ENTRY);

            assertThat(asked).as(trouble).hasSize(2);
        }
    }

    @Test
    void aListThatListsItsCleanEntryIsInTrouble() {
        zone += "1.0.0.127.grave.example. A 127.0.0.2\n";
        polite.a(LOOPBACK);
        after(Duration.ofMinutes(6));
        polite.a(LOOPBACK);

        assertThat(asked).hasSize(2);
    }

    @Test
    void takesSilenceForNoAnswerAndAsksAgainSoon() {
        zone += "20.2.0.192.grave.example. !TIMEOUT A\n";

        assertThat(polite.a(GRAVE).isFailed()).isTrue();

        after(Duration.ofMinutes(6));
        polite.a(GRAVE);

        assertThat(asked).hasSize(2);
    }

    @Test
    void neverTakesWhatIsOverTheBudgetForClean() {
        for (int i = 0; i < Budget.BURST; i++) {
            polite.a(DnsName.of(i % 256 + "." + i / 256 + ".0.10.grave.example"));
        }

        assertThat(polite.a(GRAVE))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(Failure.NOT_NOW));
        assertThat(polite.a(LIGHT)).isInstanceOf(Answer.NxDomain.class);

        after(Duration.ofSeconds(1));

        assertThat(polite.a(GRAVE)).isInstanceOf(Answer.NxDomain.class);
        assertThat(asked).hasSize(Budget.BURST + 2);
    }

    @Test
    void whatIsKnownCostsNothing() {
        var large = polite(Duration.ofMinutes(10), 1000);
        large.a(GRAVE);
        for (int i = 1; i < Budget.BURST; i++) {
            large.a(DnsName.of(i % 256 + "." + i / 256 + ".0.10.grave.example"));
        }

        assertThat(large.a(GRAVE)).isInstanceOf(Answer.NxDomain.class);
    }

    @Test
    void leavesAllOtherNamesAlone() {
        polite.a(DnsName.of("mail.example.org"));
        polite.a(DnsName.of("mail.example.org"));
        polite.a(DnsName.of("grave.example"));
        polite.a(DnsName.of("grave.example"));

        assertThat(asked).hasSize(4);
    }

    @Test
    void remembersListsEvenForWhoeverWantsADomainFresh() {
        polite.a(GRAVE);
        polite.freshWithin(DnsName.of("example")).a(GRAVE);

        assertThat(asked).hasSize(1);
    }

    @Test
    void forgetsTheNameUnusedForLongest() {
        var small = polite(Duration.ofMinutes(10), 2);
        small.a(GRAVE);
        small.a(LIGHT);
        small.a(GRAVE);
        small.a(DnsName.of("21.2.0.192.light.example"));
        asked.clear();

        small.a(GRAVE);
        small.a(LIGHT);

        assertThat(asked).containsExactly(LIGHT);
    }

    @Test
    void oneAnswerServesAllWhoAskAtOnce() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        Dns slow =
                question -> {
                    asked.add(question.name());
                    begun.countDown();
                    await(go);
                    return new ZoneDns(ZoneReader.read(zone)).ask(question);
                };
        var shared = new PoliteLists(TABLE, slow, Duration.ofMinutes(10), clock);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> shared.a(GRAVE));
            begun.await();
            var second = threads.submit(() -> shared.a(GRAVE));
            go.countDown();

            assertThat(first.get()).isEqualTo(second.get());
        }
        assertThat(asked).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
