package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import posthorn.engine.outside.SmtpAnswer.Reply;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.outside.SmtpAnswer.StartTls;
import posthorn.engine.outside.SmtpAnswer.Unreached;
import posthorn.engine.outside.SmtpAnswer.Why;

class EgressSmtpTest {

    private static final DnsName HOST = DnsName.of("mail.example.org");
    private static final DnsName KNOWN = DnsName.of("good.example.net");
    private static final Dns DNS = new ZoneDns(ZoneReader.read("good.example.net. A 192.0.2.99"));
    private static final SmtpAnswer SPOKE =
            new Spoke(Reply.none(), Duration.ZERO, Reply.none(), new StartTls.NotTried());
    private static final SmtpAnswer TIMEOUT = new Unreached(Why.TIMEOUT);
    private static final SmtpAnswer UNSURE = new Unreached(Why.UNSURE);
    private static final SmtpAnswer EGRESS = new Unreached(Why.EGRESS);

    private final SettableClock clock = new SettableClock();
    private final Set<String> alive = new HashSet<>();
    private final List<String> tried = new ArrayList<>();

    private EgressSmtp egress(DnsName... known) {
        Smtp below =
                (address, _) -> {
                    tried.add(IpText.of(address));
                    return alive.contains(IpText.of(address)) ? SPOKE : TIMEOUT;
                };
        return new EgressSmtp(below, DNS, List.of(known), clock);
    }

    private static InetAddress address(String text) {
        return IpText.parse(text).orElseThrow();
    }

    @Test
    void saysThatPort25IsClosedWhenNobodyIsThereInThreeNetworks() {
        var egress = egress();

        assertThat(egress.greet(address("192.0.2.1"), HOST)).isEqualTo(UNSURE);
        assertThat(egress.greet(address("192.0.2.2"), HOST)).isEqualTo(UNSURE);
        assertThat(egress.greet(address("198.51.100.1"), HOST)).isEqualTo(UNSURE);
        assertThat(egress.greet(address("2001:db8::1"), HOST)).isEqualTo(EGRESS);
    }

    @Test
    void triesAgainInFiveMinutesAndNotBefore() {
        var egress = egress();
        for (var text : List.of("192.0.2.1", "198.51.100.1", "203.0.113.1")) {
            egress.greet(address(text), HOST);
        }
        alive.add("192.0.2.1");

        assertThat(egress.greet(address("192.0.2.1"), HOST)).isEqualTo(EGRESS);
        assertThat(tried).hasSize(3);
        clock.add(Duration.ofMinutes(5));
        assertThat(egress.greet(address("192.0.2.1"), HOST)).isEqualTo(SPOKE);
        assertThat(egress.greet(address("198.51.100.1"), HOST)).isEqualTo(TIMEOUT);
    }

    @Test
    void believesInSilenceForAnHourAfterAnybodySpoke() {
        alive.add("192.0.2.1");
        var egress = egress();
        egress.greet(address("192.0.2.1"), HOST);

        for (var text : List.of("198.51.100.1", "203.0.113.1", "10.1.1.1", "10.2.1.1")) {
            assertThat(egress.greet(address(text), HOST)).isEqualTo(TIMEOUT);
        }
    }

    @Test
    void asksAKnownHostWhenInDoubt() {
        var closed = egress(KNOWN);
        assertThat(closed.greet(address("192.0.2.1"), HOST)).isEqualTo(EGRESS);

        alive.add("192.0.2.99");
        var open = egress(KNOWN);
        assertThat(open.greet(address("192.0.2.1"), HOST)).isEqualTo(TIMEOUT);
        assertThat(open.greet(address("192.0.2.1"), HOST)).isEqualTo(TIMEOUT);
        assertThat(tried)
                .containsExactly("192.0.2.1", "192.0.2.99", "192.0.2.1", "192.0.2.99", "192.0.2.1");
    }

    @Test
    void doesNotCountAddressesNobodyConnectsTo() {
        Smtp forbidding = (_, _) -> new Unreached(Why.FORBIDDEN);
        var egress = new EgressSmtp(forbidding, DNS, List.of(), clock);

        for (var text : List.of("10.0.0.1", "192.168.0.1", "127.0.0.1", "172.16.0.1")) {
            assertThat(egress.greet(address(text), HOST)).isEqualTo(new Unreached(Why.FORBIDDEN));
        }
    }
}
