package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xbill.DNS.Name;
import posthorn.engine.fuzz.Target;

/// Zone text, addresses as text, and packets.
public final class OutsideTargets {

    private static final Source SOURCE = new Source("192.0.2.53", true, Duration.ofMillis(1));

    private static final List<RecordType> PACKET_TYPES =
            List.of(
                    RecordType.TXT,
                    RecordType.A,
                    RecordType.MX,
                    RecordType.SOA,
                    RecordType.DS,
                    RecordType.DNSKEY,
                    RecordType.RRSIG,
                    RecordType.NSEC3PARAM);

    private static final Pattern HOST = Pattern.compile("([^:\\[\\]]*)(:[0-9]*)?");

    private OutsideTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.utf8("zone", OutsideTargets::zone, ZONE),
                Target.latin1("master-text", OutsideTargets::masterText, ZONE),
                Target.utf8("ip", OutsideTargets::ip, ADDRESSES),
                Target.utf8("server", OutsideTargets::server, ADDRESSES),
                Target.of("packet", OutsideTargets::packet, PACKETS),
                Target.of("query-packet", OutsideTargets::queryPacket, PACKETS));
    }

    private static final String[] ZONE = {
        "example.org. 300 IN TXT \"v=spf1 -all\"\n",
        "$ORIGIN example.org.\n",
        "$TTL 60\n",
        "@ ",
        "A 192.0.2.1\n",
        "www AAAA 2001:db8::1\n",
        "MX 10 mx.example.org.\n",
        "!TIMEOUT\n",
        "x.example.org. !NODATA A MX\n",
        "!SECURE TXT\n",
        "*.example.org. CNAME example.org.\n",
        "SOA ns. host. (\n1 2 3\n4 5 )\n",
        "; comment\n",
        "\"a\" \"b\"",
        "\\000",
        "\\\"",
        " IN ",
        "CAA 0 issue \"x\"\n",
        "TLSA 3 1 1 ab\n",
        "DS 1 13 200 ab\n",
        "DS \\# 4 00010d02\n",
        "DNSKEY 257 3 13 AQID\n",
        "RRSIG TXT 13 2 60 20261215000000 20261117000000 1 example.org. AQID\n",
        "NSEC3PARAM 1 0 10 ab\n",
        "!NODATA TXT+RRSIG\n",
        "\n",
        "a..b. A 1\n",
        " 4294967296 ",
        "TXT \\# 1 00\n"
    };

    private static final String[] ADDRESSES = {
        "192.0.2.1",
        "2001:db8::1",
        "::ffff:192.0.2.1",
        "::",
        "[2001:db8::53]:5353",
        ":53",
        "1.2.3",
        "[",
        "]",
        ":",
        ".",
        "256",
        "00",
        "fe80::1%eth0",
        "resolver.example.org:53",
        "0",
        "ffff"
    };

    private static final String[] PACKETS = {
        "\u0000\u0007\u0001\u0000\u0000\u0001\u0000\u0000\u0000\u0000\u0000\u0000",
        "\u0000\u0001\u0000\u0001\u0000\u0000\u0000\u0000",
        "\u0007example\u0003org\u0000",
        "\u0000\u0010\u0000\u0001",
        "\u0000\u0005\u0000\u0001",
        "\u0000\u000f\u0000\u0001",
        "\u0000.\u0000\u0001",
        "\u00000\u0000\u0001",
        "\u0000+\u0000\u0001",
        "\u00003\u0000\u0001",
        "\u0000\u0000\u0000<",
        "\u0000\u0004",
        "\u0000\u0001",
        "\u0000"
    };

    /// What can be read answers; what it answers, written down, can be read again and answers the
    /// same.
    private static void zone(String text) {
        Zone zone;
        try {
            zone = ZoneReader.read(text);
        } catch (ZoneReader.Unreadable e) {
            assertThat(e.line())
                    .isBetween(1, (int) text.chars().filter(c -> c == '\n').count() + 1);
            return;
        }
        var dns = new ZoneDns(zone);
        for (var name : zone.names()) {
            for (var type : RecordType.values()) {
                same(new Question(name, type), dns.ask(new Question(name, type)));
                var signed = Question.signed(name, type);
                same(signed, dns.ask(signed));
            }
        }
    }

    private static void same(Question question, Answer<Rdata> answer) {
        var written = new Transcript(List.of(new Transcript.Entry(question, answer))).text();

        var again = new ZoneDns(ZoneReader.read(written)).ask(question);

        assertThat(again.getClass()).as(written).isEqualTo(answer.getClass());
        assertThat(again.records()).as(written).isEqualTo(answer.records());
        assertThat(again.aliases()).as(written).isEqualTo(answer.aliases());
    }

    private static void masterText(String text) {
        var rdata = Rdata.Text.of(text);
        assertThat(rdata.joined()).isEqualTo(text);
        same(
                new Question(DnsName.of("x"), RecordType.TXT),
                new Answer.Data<>(List.of(rdata), 60, false, List.of(), SOURCE));
        var types = RecordType.values();
        readable(types[text.length() % types.length], text);
    }

    private static void readable(RecordType type, String text) {
        try {
            assertThat(MasterText.of(MasterText.read(type, text))).isNotNull();
        } catch (ZoneReader.Unreadable e) {
            assertThat(e.line()).isPositive();
        }
    }

    private static void ip(String text) {
        IpText.parse(text)
                .ifPresent(address -> {
                    assertThat(IpText.parse(IpText.of(address))).contains(address);
                    assertThat(IpText.reverse(address).isWellFormed()).isTrue();
                    assertThat(address.getAddress()).hasSize(text.indexOf(':') >= 0 ? 16 : 4);
                });
    }

    /// Host names are left out: the machine would look them up.
    private static void server(String text) {
        var host = HOST.matcher(text);
        if (host.matches() && !host.group(1).matches("[0-9.]*")) {
            return;
        }
        ServerText.parse(text)
                .ifPresent(server -> {
                    assertThat(server.getPort()).isBetween(1, 65_535);
                    assertThat(ServerText.parse(ServerText.of(server))).contains(server);
                });
    }

    /// A packet from a name server.
    private static void packet(byte[] packet) {
        var name = Name.fromConstantString("example.org.");
        var owner = DnsName.of("example.org");
        for (var type : PACKET_TYPES) {
            new WireQuery(7, name, type, true, WireQuery.To.RESOLVER).fit(packet);
            if (WireQuery.read(packet) instanceof Reply.Said(var message)) {
                answers(Reading.of(message, name, type), new Question(owner, type));
                var signed = Question.signed(owner, type);
                answers(Reading.of(message, name, signed), signed);
            }
        }
    }

    private static void answers(Reading reading, Question question) {
        assertThat(reading.aliases()).hasSizeLessThanOrEqualTo(Reading.MAX_ALIASES + 1);
        if (reading.end() instanceof Reading.End.Found(var records)) {
            var rdata = records.stream().map(Wire::rdata).distinct().toList();
            same(question, new Answer.Data<>(rdata, reading.ttl(), false, List.of(), SOURCE));
        }
    }

    /// A packet to our own server.
    private static void queryPacket(byte[] packet) {
        var zone = ZoneReader.read("example.org. TXT \"v=spf1 -all\"\nexample.org. MX 0 .\n");
        for (boolean datagram : List.of(true, false)) {
            Optional<byte[]> answer = Response.to(packet, datagram, new ZoneDns(zone));
            answer.ifPresent(bytes -> {
                assertThat(WireQuery.read(bytes)).isInstanceOf(Reply.Said.class);
                assertThat(bytes[0]).isEqualTo(packet[0]);
                assertThat(bytes[1]).isEqualTo(packet[1]);
            });
        }
    }
}
