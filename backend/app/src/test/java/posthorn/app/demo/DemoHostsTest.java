package posthorn.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.HttpsAnswer;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.SmtpAnswer;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.outside.SmtpAnswer.StartTls;
import posthorn.engine.outside.SmtpAnswer.Unreached;
import posthorn.engine.outside.TlsSession.Trust;
import posthorn.engine.outside.ZoneDns;

class DemoHostsTest {

    @TempDir private Path folder;
    private DemoHosts hosts;
    private Outside outside;

    @BeforeEach
    void listen() {
        var clock = Clock.systemUTC();
        var world = DemoWorld.in(folder);
        hosts = DemoHosts.start(world, clock);
        outside = new DemoOutside(world, hosts, new ZoneDns(world::zone), clock).outside();
    }

    @AfterEach
    void close() {
        hosts.close();
    }

    private SmtpAnswer greet(String address, String host) {
        return outside.smtp().greet(address(address), DnsName.of(host));
    }

    private static InetAddress address(String text) {
        return IpText.parse(text).orElseThrow();
    }

    @Test
    void haveCertificatesOfAllKinds() {
        var good = encrypted("192.0.2.1", "mail.healthy.example");
        var six = encrypted("2001:db8::1", "mail.healthy.example");
        var expired = encrypted("203.0.113.101", "mail.expired-certificate.example");
        var wrong = encrypted("203.0.113.102", "mail.wrong-name.example");

        for (var one : new StartTls.Encrypted[] {good, six, expired, wrong}) {
            assertThat(one.session().trust()).isEqualTo(Trust.TRUSTED);
        }
        assertThat(good.session().names(DnsName.of("mail.healthy.example"))).isTrue();
        assertThat(expired.session().names(DnsName.of("mail.expired-certificate.example")))
                .isTrue();
        assertThat(wrong.session().names(DnsName.of("mail.wrong-name.example"))).isFalse();
    }

    private StartTls.Encrypted encrypted(String address, String host) {
        return (StartTls.Encrypted) ((Spoke) greet(address, host)).startTls();
    }

    @Test
    void encryptOrNot() {
        var plain = (Spoke) greet("203.0.113.103", "mail.no-starttls.example");
        var busy = (Spoke) greet("203.0.113.104", "mail.greylisting.example");

        assertThat(plain.startTls()).isEqualTo(new StartTls.NotOffered());
        assertThat(busy.greeting().isTransient()).isTrue();
        assertThat(busy.startTls()).isEqualTo(new StartTls.NotTried());
    }

    @Test
    void takeTheirTimeInATarpit() {
        var slow = (Spoke) greet("203.0.113.105", "mail.tarpit.example");

        assertThat(slow.greetedAfter()).isGreaterThan(Duration.ofSeconds(10));
        assertThat(slow.startTls()).isInstanceOf(StartTls.Encrypted.class);
    }

    @Test
    void haveAPolicy() {
        var address = "https://mta-sts.healthy.example/.well-known/mta-sts.txt";

        var answer = (HttpsAnswer.Answered) outside.https().get(URI.create(address));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("text/plain");
        assertThat(answer.body()).startsWith("version: STSv1\r\nmode: enforce\r\n");
    }

    @Test
    void areTheOnlyOnesThere() {
        assertThat(greet("203.0.113.200", "mail.example.org"))
                .isEqualTo(new Unreached(SmtpAnswer.Why.NOT_ASKED));
        assertThat(greet("127.0.0.1", "localhost"))
                .isEqualTo(new Unreached(SmtpAnswer.Why.NOT_ASKED));
    }
}
