package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A zone asked over the wire gives the answers it gives in memory.
@Timeout(10)
class DnsServerTest {

    private static final String ZONE =
            """
            example.org.        300 SOA ns.example.org. host.example.org. 1 3600 900 1209600 300
            example.org.        300 NS ns.example.org.
            example.org.        300 MX 10 mail.example.org.
            example.org.        300 TXT "v=spf1 -all" " \\255\\"x"
            example.org.        300 CAA 0 issue "ca.example"
            mail.example.org.    60 A 192.0.2.1
            mail.example.org.    60 AAAA 2001:db8::1
            mail.example.org.    !SECURE A
            www.example.org.     30 CNAME mail.example.org.
            lost.example.org.    30 CNAME gone.example.org.
            1.2.0.192.in-addr.arpa. 60 PTR mail.example.org.
            silent.example.org. !TIMEOUT
            broken.example.org. !SERVFAIL
            closed.example.org. !REFUSED
            forged.example.org. !BOGUS
            example.org.        300 RRSIG MX 13 2 300 20261215000000 20261117000000 1 example.org. AQID
            example.org.        300 RRSIG TXT 13 2 300 20261215000000 20261117000000 1 example.org. BAUG
            key.example.org.    300 DNSKEY 257 3 13 AQID
            key.example.org.    300 DS 1 13 200 abcd
            odd.example.org.    300 DS \\# 6 00010d02abcd
            key.example.org.    300 NSEC3PARAM 1 0 10 ab
            stale.example.org.  300 DNSKEY 257 3 13 AQID
            stale.example.org.  300 RRSIG DNSKEY 13 3 300 20261015000000 20261001000000 1 example.org. AQID
            stale.example.org.  !BOGUS DNSKEY
            garble.example.org. !MALFORMED
            """;

    private static DnsServer start(Dns dns, String host) throws IOException {
        return DnsServer.start(new InetSocketAddress(IpText.parse(host).orElseThrow(), 0), dns);
    }

    private static LiveDns live(DnsServer server) {
        return new LiveDns(List.of(server.address()), Duration.ofMillis(150), 8);
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, SOA",
        "example.org, NS",
        "example.org, MX",
        "example.org, TXT",
        "example.org, CAA",
        "example.org, AAAA",
        "mail.example.org, A",
        "mail.example.org, AAAA",
        "www.example.org, A",
        "www.example.org, MX",
        "www.example.org, CNAME",
        "lost.example.org, A",
        "none.example.org, TXT",
        "1.2.0.192.in-addr.arpa, PTR",
        "silent.example.org, A",
        "broken.example.org, A",
        "closed.example.org, A",
        "forged.example.org, TXT",
        "forged.example.org, SOA",
        "key.example.org, DNSKEY",
        "key.example.org, DS",
        "odd.example.org, DS",
        "key.example.org, NSEC3PARAM",
        "stale.example.org, DNSKEY",
        "garble.example.org, A"
    })
    void answersAsTheZoneDoes(String name, RecordType type) throws IOException {
        var zone = new ZoneDns(ZoneReader.read(ZONE));
        var question = new Question(DnsName.of(name), type);
        try (var server = start(zone, "127.0.0.1")) {

            var heard = live(server).ask(question);

            // A server says how long there is nothing; a zone in memory does not.
            var ignored =
                    heard instanceof Answer.Data
                            ? new String[] {"source"}
                            : new String[] {"source", "ttl"};
            assertThat(heard)
                    .usingRecursiveComparison()
                    .ignoringFields(ignored)
                    .isEqualTo(zone.ask(question));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, MX, 2",
        "example.org, TXT, 2",
        "example.org, NS, 1",
        "example.org, AAAA, 0",
        "stale.example.org, DNSKEY, 2",
        "none.example.org, TXT, 0"
    })
    void sendsSignaturesToThoseWhoAsk(String name, RecordType type, int records)
            throws IOException {
        var zone = new ZoneDns(ZoneReader.read(ZONE));
        var question = Question.signed(DnsName.of(name), type);
        try (var server = start(zone, "127.0.0.1")) {

            var heard = live(server).ask(question);

            assertThat(heard.records())
                    .hasSize(records)
                    .containsExactlyInAnyOrderElementsOf(zone.ask(question).records());
            assertThat(heard.getClass()).isEqualTo(zone.ask(question).getClass());
        }
    }

    @Test
    void sendsLargeAnswersOverTcp() throws IOException {
        var zone = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            zone.append("big.example.org. 60 TXT \"number %d %s\"\n".formatted(i, "x".repeat(100)));
        }
        try (var server = start(new ZoneDns(ZoneReader.read(zone.toString())), "127.0.0.1")) {

            assertThat(live(server).txt(DnsName.of("big.example.org")).records()).hasSize(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void listensOnBothFamilies(String host) throws IOException {
        try (var server = start(new ZoneDns(ZoneReader.read(ZONE)), host)) {

            assertThat(live(server).mx(DnsName.of("example.org")).records()).hasSize(1);
        }
    }

    @Test
    void closesCleanly() throws IOException {
        var server = start(new ZoneDns(ZoneReader.read(ZONE)), "127.0.0.1");
        var address = server.address();

        server.close();

        try (var again = DnsServer.start(address, new ZoneDns(ZoneReader.read(ZONE)))) {
            assertThat(live(again).mx(DnsName.of("example.org")).records()).hasSize(1);
        }
    }

    @Test
    void refusesATakenPort() throws IOException {
        try (var server = start(new ZoneDns(ZoneReader.read("")), "127.0.0.1")) {
            var taken = server.address();

            assertThatThrownBy(() -> DnsServer.start(taken, new ZoneDns(ZoneReader.read(""))))
                    .isInstanceOf(java.net.BindException.class);
        }
    }
}
