package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DecoratorsTest {

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final Dns ZONE = new ZoneDns(ZoneReader.read("x. A 192.0.2.1\ny. !TIMEOUT\n"));

    @Test
    void cachingAsksOnceAlsoForFailures() {
        var asked = new AtomicInteger();
        var dns =
                new CachingDns(question -> {
                    asked.incrementAndGet();
                    return ZONE.ask(question);
                });

        dns.a(DnsName.of("x"));
        dns.a(DnsName.of("x"));
        dns.a(DnsName.of("y"));
        dns.a(DnsName.of("y"));

        assertThat(asked).hasValue(2);
    }

    @Test
    void aQuestionWithSignaturesIsOneOfItsOwn() {
        var zone =
                new ZoneDns(
                        ZoneReader.read(
                                """
                                x. TXT "v"
                                x. RRSIG TXT 13 1 60 20261215000000 20261117000000 1 x. AQID
                                """));
        var name = DnsName.of("x");
        var signed = Question.signed(name, RecordType.TXT);
        var proposed = new Rdata.Text(List.of("proposed"));
        var overlay =
                new OverlayDns(
                        Map.of(
                                new Question(name, RecordType.TXT),
                                new Answer.Data<>(
                                        List.of(proposed),
                                        60,
                                        false,
                                        List.of(),
                                        Source.local("test"))),
                        zone);
        var run = new CachingDns(zone);
        var process = new SharedCachingDns(zone, 1 << 20, Duration.ofMinutes(1), NOON);

        for (var dns : List.of(run, process, overlay)) {
            assertThat(dns.txt(name).records()).hasSize(1);
            assertThat(dns.ask(signed).records()).hasSize(2);
            assertThat(dns.txt(name).records()).hasSize(1);
        }
    }

    @Test
    void limitedStopsAfterItsNumberOfQuestions() {
        var dns = new LimitedDns(ZONE, 2, NOON.instant().plusSeconds(1), NOON);

        assertThat(dns.a(DnsName.of("x")).isFailed()).isFalse();
        assertThat(dns.a(DnsName.of("x")).isFailed()).isFalse();
        assertThat(dns.a(DnsName.of("x")).isFailed()).isTrue();
    }

    @Test
    void limitedStopsAtItsDeadline() {
        var late = Clock.offset(NOON, Duration.ofSeconds(2));
        var dns = new LimitedDns(ZONE, 9, NOON.instant().plusSeconds(1), late);

        assertThat(dns.a(DnsName.of("x")).isFailed()).isTrue();
    }

    @Test
    void recordsOfAnotherShapeAreMalformed() {
        Dns odd = _ -> ZONE.ask(new Question(DnsName.of("x"), RecordType.A));

        assertThat(odd.mx(DnsName.of("x")))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        f -> assertThat(f.failure()).isEqualTo(Failure.MALFORMED));
    }

    @Test
    void givesUpOnADomainThatNeverAnswers() {
        var asked = new AtomicInteger();
        var zone =
                new ZoneDns(ZoneReader.read("*.example.org. !TIMEOUT\nexample.net. A 192.0.2.1"));
        Dns counting =
                question -> {
                    asked.incrementAndGet();
                    return zone.ask(question);
                };
        var dns = new GivingUpDns(counting, DnsName.of("example.org"));

        for (int i = 0; i < 9; i++) {
            assertThat(dns.txt(DnsName.of("s" + i + ".example.org")).isFailed()).isTrue();
        }

        assertThat(asked).hasValue(4);
        assertThat(dns.a(DnsName.of("example.net")).records()).hasSize(1);
    }

    @Test
    void goesOnWithADomainThatAnsweredOnce() {
        var asked = new AtomicInteger();
        var zone =
                new ZoneDns(ZoneReader.read("*.example.org. !TIMEOUT\nexample.org. A 192.0.2.1"));
        Dns counting =
                question -> {
                    asked.incrementAndGet();
                    return zone.ask(question);
                };
        var dns = new GivingUpDns(counting, DnsName.of("example.org"));

        dns.a(DnsName.of("example.org"));
        for (int i = 0; i < 9; i++) {
            dns.txt(DnsName.of("s" + i + ".example.org"));
        }

        assertThat(asked).hasValue(10);
    }
}
