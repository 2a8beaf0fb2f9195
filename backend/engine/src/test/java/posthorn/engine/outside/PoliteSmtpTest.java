package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import posthorn.engine.outside.SmtpAnswer.Reply;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.outside.SmtpAnswer.StartTls;
import posthorn.engine.outside.SmtpAnswer.Unreached;
import posthorn.engine.outside.SmtpAnswer.Why;

@Timeout(20)
class PoliteSmtpTest {

    private static final InetAddress ADDRESS = IpText.four("192.0.2.25").orElseThrow();
    private static final DnsName HOST = DnsName.of("mail.example.org");
    private static final DnsName OTHER = DnsName.of("mail.example.net");
    private static final SmtpAnswer PLAIN = spoke(new StartTls.NotOffered(), "mail");
    private static final SmtpAnswer LATER = new Unreached(Why.NOT_NOW);

    private final SettableClock clock = new SettableClock();
    private final List<String> visits = Collections.synchronizedList(new ArrayList<>());

    private static SmtpAnswer spoke(StartTls startTls, String ehlo) {
        var reply = new Reply(250, List.of(ehlo));
        return new Spoke(new Reply(220, List.of("mail")), Duration.ZERO, reply, startTls);
    }

    private static SmtpAnswer encryptedFor(DnsName host) {
        try {
            var der = Certificates.of(host.text()).certificate().getEncoded();
            var own = Base64.getEncoder().encodeToString(der);
            var session =
                    new TlsSession("TLSv1.3", "TLS_X", List.of(own), TlsSession.Trust.TRUSTED);
            return spoke(new StartTls.Encrypted(session, Reply.none()), "mail");
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private PoliteSmtp polite(SmtpAnswer answer) {
        return new PoliteSmtp(visiting(answer), clock);
    }

    private Smtp visiting(SmtpAnswer answer) {
        return (address, host) -> {
            visits.add(IpText.of(address) + " " + host);
            return answer;
        };
    }

    @Test
    void goesToAHostOnceAnHour() {
        var good = encryptedFor(HOST);
        var polite = polite(good);

        assertThat(polite.greet(ADDRESS, HOST)).isEqualTo(good);
        clock.add(Duration.ofMinutes(59));
        assertThat(polite.greet(ADDRESS, HOST)).isEqualTo(good);
        assertThat(visits).hasSize(1);
        clock.add(Duration.ofMinutes(1));
        polite.greet(ADDRESS, HOST);
        assertThat(visits).hasSize(2);
    }

    @Test
    void looksTwiceAtAServerThatDoesNotEncrypt() {
        var polite = polite(PLAIN);

        polite.greet(ADDRESS, HOST);
        clock.add(Duration.ofSeconds(59));
        polite.greet(ADDRESS, HOST);
        assertThat(visits).hasSize(1);
        clock.add(Duration.ofSeconds(1));
        polite.greet(ADDRESS, OTHER);
        assertThat(visits).hasSize(2);
        clock.add(Duration.ofMinutes(50));
        assertThat(polite.greet(ADDRESS, HOST)).isEqualTo(PLAIN);
        assertThat(visits).hasSize(2);
    }

    @Test
    void sharesWhatIsTrueForEveryHostAtAnAddress() {
        var plain = polite(PLAIN);
        plain.greet(ADDRESS, HOST);

        assertThat(plain.greet(ADDRESS, OTHER)).isEqualTo(PLAIN);
        assertThat(visits).hasSize(1);
    }

    @Test
    void doesNotTakeACertificateForThatOfAnotherHost() {
        var polite = polite(encryptedFor(HOST));
        polite.greet(ADDRESS, HOST);

        assertThat(polite.greet(ADDRESS, OTHER)).isEqualTo(LATER);
        clock.add(Duration.ofMinutes(1));
        assertThat(polite.greet(ADDRESS, OTHER)).isInstanceOf(Spoke.class);
        assertThat(visits).containsExactly("192.0.2.25 " + HOST, "192.0.2.25 " + OTHER);
    }

    @Test
    void sharesACertificateWithAHostItNames() {
        var polite = polite(encryptedFor(OTHER));
        polite.greet(ADDRESS, HOST);

        assertThat(polite.greet(ADDRESS, OTHER)).isInstanceOf(Spoke.class);
        assertThat(visits).hasSize(1);
    }

    @Test
    void goesToFewHostsAtOneAddress() {
        var polite = polite(encryptedFor(OTHER));
        for (int i = 0; i < 10; i++) {
            polite.greet(ADDRESS, DnsName.of("mail" + i + ".example.org"));
            clock.add(Duration.ofMinutes(2));
        }

        assertThat(visits).hasSize(4);
    }

    @Test
    void countsNoVisitThatWasNone() {
        var polite = polite(new Unreached(Why.EGRESS));
        polite.greet(ADDRESS, HOST);
        polite.greet(ADDRESS, HOST);

        assertThat(visits).hasSize(2);
    }

    @Test
    void sharesAConnectionThatIsOpen() throws InterruptedException {
        var go = new CountDownLatch(1);
        Smtp slow =
                (address, host) -> {
                    visits.add(host.text());
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return PLAIN;
                };
        var polite = new PoliteSmtp(slow, clock);
        var answers = Collections.synchronizedList(new ArrayList<SmtpAnswer>());
        var threads =
                IntStream.range(0, 50)
                        .mapToObj(i -> DnsName.of("mail" + i + ".example.org"))
                        .map(host ->
                                Thread.ofVirtual()
                                        .start(() -> answers.add(polite.greet(ADDRESS, host))))
                        .toList();

        go.countDown();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(visits).hasSize(1);
        assertThat(answers).hasSize(50).containsOnly(PLAIN);
    }

    @Test
    void remembersOnlySoMuch() {
        var polite =
                new PoliteSmtp(
                        visiting(PLAIN), Duration.ofHours(1), Duration.ofMinutes(1), 2, clock);
        var others = List.of("192.0.2.1", "192.0.2.2", "192.0.2.3");
        var answers =
                others.stream()
                        .map(text -> polite.greet(IpText.four(text).orElseThrow(), HOST))
                        .toList();

        assertThat(answers).containsExactly(PLAIN, PLAIN, LATER);
        clock.add(Duration.ofHours(1));
        assertThat(polite.greet(IpText.four("192.0.2.3").orElseThrow(), HOST)).isEqualTo(PLAIN);
    }

    @Test
    void doesNotKeepWhatFillsTheMemory() {
        var large = spoke(new StartTls.NotOffered(), "x".repeat(40_000));
        var polite = polite(large);

        assertThat(polite.greet(ADDRESS, HOST)).isEqualTo(large);
        assertThat(polite.greet(ADDRESS, HOST)).isEqualTo(LATER);
        assertThat(visits).hasSize(1);
    }
}
