package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import posthorn.engine.outside.SmtpAnswer.Unreached;
import posthorn.engine.outside.SmtpAnswer.Why;

@Timeout(20)
class OneRunTest {

    private static final DnsName DOMAIN = DnsName.of("example.org");
    private static final Question MX = new Question(DOMAIN, RecordType.MX);
    private static final SmtpAnswer REFUSED = new Unreached(Why.REFUSED);
    private static final HttpsAnswer TIMEOUT =
            new HttpsAnswer.Failed(HttpsAnswer.Why.TIMEOUT, "slow");
    private static final Dns ZONE =
            new ZoneDns(ZoneReader.read("example.org. MX 0 mail.example.org."));

    private final AtomicInteger asked = new AtomicInteger();

    private static InetAddress address(int last) {
        return IpText.four("192.0.2." + last).orElseThrow();
    }

    private Outside run(Servers servers, Smtp smtp, Https https, Duration time) {
        return run(new Outside(ZONE, servers, smtp, https, Clock.systemUTC()), time);
    }

    private static Outside run(Outside below, Duration time) {
        return new OneRun(below, 3, time).about(DOMAIN);
    }

    private Outside run(Duration time) {
        return run(
                (_, question, _) -> {
                    asked.incrementAndGet();
                    return ZONE.ask(question);
                },
                (_, _) -> {
                    asked.incrementAndGet();
                    return REFUSED;
                },
                _ -> {
                    asked.incrementAndGet();
                    return TIMEOUT;
                },
                time);
    }

    @Test
    void asksEverybodyOnce() {
        var run = run(Duration.ofSeconds(30));

        for (int i = 0; i < 3; i++) {
            assertThat(run.servers().ask(address(53), MX).records()).hasSize(1);
            assertThat(run.smtp().greet(address(25), DOMAIN)).isEqualTo(REFUSED);
            assertThat(run.https().get(URI.create("https://example.org/"))).isEqualTo(TIMEOUT);
        }

        assertThat(asked).hasValue(3);
    }

    @Test
    void asksThreeHostsAndNoMore() {
        var run = run(Duration.ofSeconds(30));

        for (int i = 0; i < 5; i++) {
            var expected = i < 3 ? REFUSED : new Unreached(Why.NOT_NOW);
            var host = DnsName.of("mail" + i + ".example.org");
            assertThat(run.smtp().greet(address(i), host)).isEqualTo(expected);
        }
    }

    @Test
    void asksEightAddressesAndNoMore() {
        var run = run(Duration.ofSeconds(30));

        for (int i = 0; i < 20; i++) {
            run.smtp().greet(address(i), DOMAIN);
        }

        assertThat(asked).hasValue(8);
    }

    @Test
    void countsQuestionsToResolversAndServersTogether() {
        var run = run(Duration.ofSeconds(30));

        assertThat(run.dns().ask(MX).isFailed()).isFalse();
        assertThat(run.servers().ask(address(1), MX).isFailed()).isFalse();
        assertThat(run.servers().ask(address(2), MX).isFailed()).isFalse();
        assertThat(run.servers().ask(address(3), MX).isFailed()).isTrue();
    }

    @Test
    void leavesASilentServerAlone() {
        var run =
                run(
                        (_, _, _) -> {
                            asked.incrementAndGet();
                            return new Answer.Failed<>(
                                    Failure.TIMEOUT, List.of(), Source.local("test"));
                        },
                        (_, _) -> REFUSED,
                        _ -> TIMEOUT,
                        Duration.ofSeconds(30));

        for (var type : List.of(RecordType.SOA, RecordType.NS, RecordType.MX)) {
            run.servers().ask(address(53), new Question(DOMAIN, type));
        }

        assertThat(asked).hasValue(2);
    }

    @Test
    void asksOnWhereOnlyConnectionsFail() {
        var run =
                run(
                        (_, question, transport) ->
                                transport == Transport.UDP
                                        ? ZONE.ask(question)
                                        : new Answer.Failed<>(
                                                Failure.TIMEOUT, List.of(), Source.local("test")),
                        (_, _) -> REFUSED,
                        _ -> TIMEOUT,
                        Duration.ofSeconds(30));

        for (var type : List.of(RecordType.SOA, RecordType.NS)) {
            var question = new Question(DOMAIN, type);
            assertThat(run.servers().ask(address(53), question, Transport.TCP).isFailed()).isTrue();
        }

        assertThat(run.servers().ask(address(53), MX).isFailed()).isFalse();
    }

    @Test
    void waitsForNobodyAfterItsTime() {
        var never = new CountDownLatch(1);
        var run =
                run(
                        (_, question, _) -> waiting(never, ZONE.ask(question)),
                        (_, _) -> waiting(never, REFUSED),
                        _ -> waiting(never, TIMEOUT),
                        Duration.ofMillis(200));

        assertThat(run.smtp().greet(address(25), DOMAIN)).isEqualTo(new Unreached(Why.UNSURE));
        assertThat(run.https().get(URI.create("https://example.org/")))
                .isInstanceOf(HttpsAnswer.Failed.class);
        assertThat(run.servers().ask(address(53), MX).isFailed()).isTrue();
        assertThat(run.smtp().greet(address(25), DnsName.of("mail.example.org")))
                .isEqualTo(new Unreached(Why.NOT_NOW));
        never.countDown();
    }

    @Test
    void asksARegistryOnceAndNotAfterItsTime() {
        var never = new CountDownLatch(1);
        var nobody = new Outside(ZONE, Clock.systemUTC());
        var below =
                new Outside(
                        ZONE,
                        nobody.servers(),
                        nobody.smtp(),
                        nobody.https(),
                        domain -> {
                            asked.incrementAndGet();
                            return domain.equals(DOMAIN)
                                    ? new Registration.NotFound()
                                    : waiting(never, new Registration.NotFound());
                        },
                        nobody.clock());
        var run = run(below, Duration.ofMillis(500));

        assertThat(run.registry().of(DnsName.of("slow.example")))
                .isEqualTo(new Registration.Unknown(Registration.Why.NOT_NOW));
        run = run(below, Duration.ofSeconds(30));
        assertThat(run.registry().of(DOMAIN)).isEqualTo(new Registration.NotFound());
        assertThat(run.registry().of(DOMAIN)).isEqualTo(new Registration.NotFound());

        assertThat(asked).hasValue(2);
        never.countDown();
    }

    @Test
    void asksAnotherResolverOnceAndWithinTheSameLimit() {
        Dns other =
                question -> {
                    asked.incrementAndGet();
                    return ZONE.ask(question);
                };
        var below = new Outside(ZONE, Clock.systemUTC()).withOthers(List.of(other));
        var run = new OneRun(below, 2, Duration.ofSeconds(30)).about(DOMAIN);

        run.dns().a(DnsName.of("a.example"));
        run.others().getFirst().a(DOMAIN);
        run.others().getFirst().a(DOMAIN);

        assertThat(run.others().getFirst().a(DnsName.of("b.example")).isFailed()).isTrue();
        assertThat(asked).hasValue(1);
    }

    private static <A> A waiting(CountDownLatch never, A answer) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }
}
