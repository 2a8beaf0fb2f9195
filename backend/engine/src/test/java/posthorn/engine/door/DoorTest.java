package posthorn.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import posthorn.engine.message.TlsFacts;

@Timeout(60)
class DoorTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors/smtp");
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private static final Limits SMALL =
            new Limits(
                    2000,
                    1000,
                    3,
                    5,
                    6,
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    500,
                    Duration.ofSeconds(20),
                    8,
                    8);

    private final Memory memory = new Memory();
    private Door door;

    DoorTest() throws IOException {
        door = open(SMALL, memory);
    }

    private static Door open(Limits limits, Postbox postbox) throws IOException {
        return Door.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new Door.House(
                        "mx.example.net",
                        limits,
                        Optional::empty,
                        postbox,
                        Clock.fixed(NOON, ZoneOffset.UTC)));
    }

    @BeforeEach
    void nothingIsKept() {
        assertThat(memory.kept).isEmpty();
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    @Test
    void takesAMessage() throws IOException {
        try (var client = new Client(door)) {
            assertThat(client.reply()).isEqualTo("220 mx.example.net ESMTP");
            assertThat(client.ask("EHLO client.example.org"))
                    .isEqualTo(
                            """
                            250-mx.example.net
                            250-PIPELINING
                            250-SIZE 2000
                            250-ENHANCEDSTATUSCODES
                            250-8BITMIME
                            250 SMTPUTF8\
                            """);
            assertThat(client.ask("MAIL FROM:<alice@example.org> SIZE=100 BODY=8BITMIME"))
                    .isEqualTo("250 2.1.0 OK");
            assertThat(client.ask("RCPT TO:<ping@example.net>")).isEqualTo("250 2.1.5 OK");
            assertThat(client.ask("DATA")).startsWith("354 ");
            assertThat(client.ask("Subject: Hi\r\n\r\n..dot\r\n.")).isEqualTo("250 2.0.0 OK");
            assertThat(client.ask("QUIT")).isEqualTo("221 2.0.0 Bye");
            assertThat(client.reply()).isEmpty();
        }
        var kept = memory.kept.getFirst();
        assertThat(kept.text()).isEqualTo("Subject: Hi\r\n\r\n.dot\r\n");
        assertThat(kept.facts()).isEqualTo(new TextFacts(21, 0, -1, 0, -1, 11, false, false));
        var envelope = kept.envelope();
        assertThat(envelope.client().isLoopbackAddress()).isTrue();
        assertThat(envelope.helo()).isEqualTo("client.example.org");
        assertThat(envelope.isExtended()).isTrue();
        assertThat(envelope.isEightBit()).isTrue();
        assertThat(envelope.isEarly()).isFalse();
        assertThat(envelope.tls()).isEqualTo(new TlsFacts.Clear());
        assertThat(envelope.reversePath()).isEqualTo("alice@example.org");
        assertThat(envelope.forwardPaths()).containsExactly("ping@example.net");
        assertThat(envelope.times()).isEqualTo(new Times(NOON, NOON, NOON, NOON));
        assertThat(memory.dropped).hasValue(0);
    }

    @Test
    void takesSeveralInOneGo() throws IOException {
        try (var client = Client.introduced(door)) {
            client.send(
                    String.join(
                            "\r\n",
                            "MAIL FROM:<>",
                            "RCPT TO:<a@example.net>",
                            "RCPT TO:<b@example.com>",
                            "DATA",
                            ""));
            assertThat(client.reply()).startsWith("250");
            assertThat(client.reply()).startsWith("250");
            assertThat(client.reply()).startsWith("550");
            assertThat(client.reply()).startsWith("354");
            client.send("one\r\n.\r\nMAIL FROM:<>\r\nRCPT TO:<a@example.net>\r\nDATA\r\n");
            assertThat(client.reply()).startsWith("250");
            assertThat(client.reply()).startsWith("250");
            assertThat(client.reply()).startsWith("250");
            assertThat(client.reply()).startsWith("354");
            assertThat(client.ask("two\r\n.")).startsWith("250");
        }
        assertThat(memory.kept).extracting(Memory.Kept::text).containsExactly("one\r\n", "two\r\n");
        assertThat(memory.kept.getFirst().envelope().forwardPaths())
                .containsExactly("a@example.net");
        assertThat(memory.kept.getFirst().envelope().reversePath()).isEmpty();
    }

    /// Each line in a session of its own, behind EHLO.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOOP | 250",
                "NOOP whatever | 250",
                "RSET | 250",
                "RSET now | 501",
                "QUIT | 221",
                "QUIT now | 501",
                "VRFY alice | 252",
                "VRFY | 501",
                "EXPN list | 502",
                "HELP | 502",
                "AUTH PLAIN | 502",
                "BDAT 10 LAST | 502",
                "STARTTLS | 502",
                "DATA | 503",
                "RCPT TO:<ping@example.net> | 503",
                "FOO | 500",
                "'' | 500",
                "EHLO | 501",
                "HELO bad name | 501",
                "HELO client | 250",
                "mail from:<alice@example.org> | 250",
                "MAIL FROM: <alice@example.org> | 250",
                "MAIL FROM : <alice@example.org> | 501",
                "MAIL FROM:alice@example.org | 501",
                "MAIL FROM:<alice@example.org | 501",
                "MAIL FROM:<alice> | 501",
                "MAIL FROM:<alice@> | 501",
                "MAIL FROM:<@example.org> | 501",
                "MAIL FROM:<alice@example.org>SIZE=1 | 501",
                "MAIL FROM:<alice@example.org> SIZE=2000 | 250",
                "MAIL FROM:<alice@example.org> SIZE=2001 | 552",
                "MAIL FROM:<alice@example.org> SIZE=99999999999999999999 | 552",
                "MAIL FROM:<alice@example.org> SIZE=999999999999999999999 | 501",
                "MAIL FROM:<alice@example.org> SIZE=-1 | 501",
                "MAIL FROM:<alice@example.org> SIZE=1e9 | 501",
                "MAIL FROM:<alice@example.org> SIZE= | 501",
                "MAIL FROM:<alice@example.org> SIZE=1 SIZE=2 | 501",
                "MAIL FROM:<alice@example.org> BODY=7BIT | 250",
                "MAIL FROM:<alice@example.org> BODY=BINARYMIME | 501",
                "MAIL FROM:<alice@example.org> SMTPUTF8 | 250",
                "MAIL FROM:<alice@example.org> SMTPUTF8=1 | 501",
                "MAIL FROM:<alice@example.org> AUTH=<> | 555",
                "MAIL FROM:<alice@example.org> REQUIRETLS | 555",
                "MAIL FROM:<alice@example.org> RET=HDRS | 555",
                "GET / HTTP/1.1 | 421",
                "POST /x HTTP/1.1 | 421",
                "CONNECT mx:25 HTTP/1.1 | 421",
                "Host: example.org | 421",
                "Subject: Hi | 421",
            })
    void answersByTheBook(String line, int code) throws IOException {
        try (var client = Client.introduced(door)) {
            assertThat(client.ask(line)).startsWith(code + " ");
            if (code == 421) {
                assertThat(client.reply()).isEmpty();
            }
        }
        assertThat(memory.kept).isEmpty();
    }

    @Test
    void wantsThingsInOrder() throws IOException {
        try (var client = Client.greeted(door)) {
            assertThat(client.ask("MAIL FROM:<alice@example.org>")).startsWith("503");
            client.ask("HELO client");
            client.ask("MAIL FROM:<alice@example.org>");
            assertThat(client.ask("MAIL FROM:<bob@example.org>")).startsWith("503");
            assertThat(client.ask("DATA")).startsWith("554");
            client.ask("RCPT TO:<ping@example.net>");
            client.ask("RSET");
            assertThat(client.ask("DATA")).startsWith("503");
        }
    }

    @Test
    void forgetsATransactionAtANewGreeting() throws IOException {
        try (var client = Client.introduced(door)) {
            client.ask("MAIL FROM:<alice@example.org>");
            client.ask("EHLO client.example.org");
            assertThat(client.ask("RCPT TO:<ping@example.net>")).startsWith("503");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RCPT TO:<bob@example.com>",
                "RCPT TO:<bob%example.com@example.org>",
                "RCPT TO:<@example.net,@example.com:bob@example.com>",
                "RCPT TO:<example.com!bob@example.org>",
                "RCPT TO:<bob@[192.0.2.1]>"
            })
    void relaysNothing(String line) throws IOException {
        try (var client = Client.introduced(door)) {
            client.ask("MAIL FROM:<alice@example.org>");
            assertThat(client.ask(line)).startsWith("550 5.1.1 ");
            assertThat(client.ask("DATA")).startsWith("554");
        }
    }

    @Test
    void takesSoManyRecipientsAndNoMore() throws IOException {
        try (var client = Client.introduced(door)) {
            client.ask("MAIL FROM:<alice@example.org>");
            for (int i = 0; i < 3; i++) {
                assertThat(client.ask("RCPT TO:<p" + i + "@example.net>")).startsWith("250");
            }
            assertThat(client.ask("RCPT TO:<p3@example.net>")).startsWith("452 4.5.3");
            assertThat(client.ask("DATA")).startsWith("354");
        }
    }

    static Stream<String> endings() throws IOException {
        List<?> vectors = new Yaml().load(Files.readString(VECTORS.resolve("end-of-data.json")));
        var given =
                vectors.stream()
                        .map(item -> (Map<?, ?>) item)
                        .filter(item -> Boolean.FALSE.equals(item.get("ends_data")))
                        .map(item -> String.valueOf(item.get("bytes_hex")));
        var own = Stream.of("0a2e0a0a", "0d0a2e0d0d", "0d0d2e0d0a", "0a0d2e0d0a", "0d0a2e20 0d0a");
        return Stream.concat(given, own.map(hex -> hex.replace(" ", "")))
                .flatMap(hex -> Stream.of(hex, hex + "|"));
    }

    /// What looks like an end and is none is part of the message, with all that a smuggler puts
    /// behind it; in one piece and octet by octet.
    @ParameterizedTest
    @MethodSource("endings")
    void onlyTheRightEndEndsAText(String ending) throws IOException {
        var octets = HexFormat.of().parseHex(ending.replace("|", ""));
        var trick = new String(octets, java.nio.charset.StandardCharsets.ISO_8859_1);
        var smuggled = "MAIL FROM:<eve@example.org>\r\nRCPT TO:<ping@example.net>\r\nDATA\r\nEvil";
        var text = "Subject: Hi\r\n\r\nBody" + trick + smuggled;
        try (var client = Client.ready(door)) {
            if (ending.endsWith("|")) {
                for (char c : (text + "\r\n.\r\n").toCharArray()) {
                    client.send(String.valueOf(c));
                }
            } else {
                client.send(text + "\r\n.\r\n");
            }
            assertThat(client.reply()).startsWith("250");
            assertThat(client.ask("QUIT")).startsWith("221");
        }
        var kept = memory.kept.getFirst();
        assertThat(memory.kept).hasSize(1);
        assertThat(kept.text()).isEqualTo((text + "\r\n").replace("\r\n.", "\r\n"));
        assertThat(kept.envelope().reversePath()).isEqualTo("alice@example.org");
    }

    static Stream<Map<?, ?>> readings() throws IOException {
        Map<?, ?> vectors = new Yaml().load(Files.readString(VECTORS.resolve("mox-data.json")));
        return ((List<?>) Objects.requireNonNull(vectors.get("read")))
                .stream()
                        .<Map<?, ?>>map(item -> (Map<?, ?>) item)
                        .filter(item -> !"io.ErrUnexpectedEOF".equals(item.get("error")));
    }

    /// That server refuses bare CR and LF; ours takes them as they are, and tells.
    @ParameterizedTest
    @MethodSource("readings")
    void takesWhatAnotherServerTakes(Map<?, ?> vector) throws IOException {
        try (var client = Client.ready(door)) {
            client.send(String.valueOf(vector.get("wire")));
            assertThat(client.reply()).startsWith("250");
        }
        var kept = memory.kept.getFirst();
        if (vector.get("error") == null) {
            assertThat(kept.text()).isEqualTo(vector.get("message"));
        } else {
            assertThat(kept.facts().bareCr() + kept.facts().bareLf()).isPositive();
        }
    }

    @Test
    void tellsWhatTheOctetsWereLike() throws IOException {
        try (var client = Client.ready(door)) {
            client.send("ab\ncd\ref\r\nüüüüü\0\r\n.\r\n");
            assertThat(client.reply()).startsWith("250");
        }
        assertThat(memory.kept.getFirst().facts())
                .isEqualTo(new TextFacts(18, 1, 2, 1, 5, 6, true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO\nOP\r\n", "NOOP\n", "NOOP\rRSET\r\n", "NO\0OP\r\n"})
    void endsASessionAtABrokenLine(String line) throws IOException {
        try (var client = Client.introduced(door)) {
            client.send(line);
            assertThat(client.replies()).containsExactly("421 4.5.2 Lines end with CR LF; closing");
        }
    }

    @Test
    void answersALongLineAtItsLimit() throws IOException {
        try (var client = Client.introduced(door)) {
            assertThat(client.ask("NOOP " + "x".repeat(993))).startsWith("250");
            client.send("NOOP " + "x".repeat(994));
            assertThat(client.reply()).startsWith("500 5.5.2");
            client.send("x".repeat(100_000) + "\r\n");
            assertThat(client.ask("NOOP")).startsWith("250");
        }
    }

    @ParameterizedTest
    @CsvSource({"1999, 250", "2000, 250", "2001, 552", "100000, 552"})
    void keepsNoMessageThatIsTooBig(int octets, int code) throws IOException {
        try (var client = Client.ready(door)) {
            client.send("x".repeat(octets - 2) + "\r\n.\r\n");
            assertThat(client.reply()).startsWith(code + " ");
        }
        assertThat(memory.kept).hasSize(code == 250 ? 1 : 0);
        assertThat(memory.dropped).hasValue(code == 250 ? 0 : 1);
    }

    @Test
    void loosesPatienceWithErrors() throws IOException {
        try (var client = Client.introduced(door)) {
            client.send("FOO\r\n".repeat(9));
            assertThat(client.replies()).hasSize(6).endsWith("421 4.7.0 Too many errors; closing");
        }
    }

    @Test
    void loosesPatienceWithIdleness() throws IOException {
        try (var client = Client.introduced(door)) {
            client.send("NOOP\r\nRSET\r\n".repeat(9));
            assertThat(client.replies())
                    .hasSize(7)
                    .endsWith("421 4.7.0 Nothing comes of this; closing");
        }
    }

    @Test
    void neverRunsATextAsCommands() throws IOException {
        try (var client = Client.introduced(door)) {
            client.send(
                    String.join(
                            "\r\n",
                            "MAIL FROM:<a@example.org>",
                            "RCPT TO:<b@example.com>",
                            "DATA",
                            "Subject: Hi",
                            "",
                            "MAIL FROM:<c@example.org>",
                            ".",
                            ""));
            var replies = client.replies();
            assertThat(replies).hasSize(3);
            assertThat(replies.get(2)).startsWith("554");
        }
        assertThat(memory.kept).isEmpty();
    }

    @Test
    void turnsAwayWhatIsTooMuch() throws IOException {
        var clients = new ArrayList<Client>();
        try {
            for (int i = 0; i < 8; i++) {
                clients.add(Client.greeted(door));
            }
            try (var ninth = new Client(door)) {
                assertThat(ninth.replies())
                        .containsExactly("421 4.3.2 Too many connections; try later");
            }
            clients.getFirst().ask("QUIT");
            assertThat(clients.getFirst().reply()).isEmpty();
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    @Test
    void cutsAClientThatDrips() throws IOException {
        door.close();
        var quick =
                new Limits(
                        2000,
                        1000,
                        3,
                        5,
                        6,
                        Duration.ofMillis(300),
                        Duration.ofMillis(300),
                        Duration.ofSeconds(20),
                        1_000_000,
                        Duration.ofMillis(300),
                        8,
                        8);
        door = open(quick, memory);
        try (var silent = Client.greeted(door);
                var text = Client.ready(door)) {
            assertThat(silent.replies()).containsExactly("421 4.4.2 Too slow; closing");
            text.send("Subject");
            assertThat(text.replies()).containsExactly("421 4.4.2 Too slow; closing");
        }
        assertThat(memory.kept).isEmpty();
    }

    @Test
    void admitsItsOwnMistakes() throws IOException {
        door.close();
        var broken =
                new Memory() {
                    @Override
                    public Parcel open(Envelope envelope) throws IOException {
                        var parcel = super.open(envelope);
                        return new Parcel() {
                            @Override
                            public void write(byte[] octets, int from, int to) throws IOException {
                                parcel.write(octets, from, to);
                            }

                            @Override
                            public Reply keep(TextFacts facts) {
                                throw new IllegalStateException("no luck");
                            }

                            @Override
                            public void drop() {
                                parcel.drop();
                            }
                        };
                    }
                };
        door = open(SMALL, broken);
        try (var client = Client.ready(door)) {
            assertThat(client.ask("Hi\r\n.")).isEqualTo("451 4.3.0 Our mistake F1");
            assertThat(client.ask("NOOP")).startsWith("250");
        }
        assertThat(broken.faults).containsExactly("no luck");
        assertThat(broken.dropped).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsThatThereIsNoRoom(boolean atOnce) throws IOException {
        door.close();
        var full =
                new Memory() {
                    @Override
                    public Parcel open(Envelope envelope) throws IOException {
                        if (atOnce) {
                            throw new Postbox.Full("disk");
                        }
                        var parcel = super.open(envelope);
                        return new Parcel() {
                            @Override
                            public void write(byte[] octets, int from, int to) throws IOException {
                                throw new Postbox.Full("disk");
                            }

                            @Override
                            public Reply keep(TextFacts facts) throws IOException {
                                return parcel.keep(facts);
                            }

                            @Override
                            public void drop() {
                                parcel.drop();
                            }
                        };
                    }
                };
        door = open(SMALL, full);
        try (var client = Client.introduced(door)) {
            client.ask("MAIL FROM:<alice@example.org>");
            client.ask("RCPT TO:<ping@example.net>");
            client.send("DATA\r\n");
            var first = client.reply();
            if (!atOnce) {
                assertThat(first).startsWith("354");
                client.send("Hi\r\n.\r\n");
            }
            assertThat(atOnce ? first : client.reply()).startsWith("452 4.3.1");
        }
        assertThat(full.kept).isEmpty();
    }

    @Test
    void readsAddressesBeyondAscii() throws IOException {
        try (var client = Client.introduced(door)) {
            var wire = "MAIL FROM:<j\u00c3\u00b6rg@example.org>";
            assertThat(client.ask(wire)).startsWith("553 5.6.7");
            assertThat(client.ask("MAIL FROM:<j\u00f6rg@example.org> SMTPUTF8")).startsWith("501");
            assertThat(client.ask(wire + " SMTPUTF8")).startsWith("250");
            client.ask("RCPT TO:<ping@example.net>");
            client.ask("DATA");
            client.ask("Hi\r\n.");
        }
        assertThat(memory.kept.getFirst().envelope().reversePath()).isEqualTo("jörg@example.org");
        assertThat(memory.kept.getFirst().envelope().isUtf8()).isTrue();
    }

    static Stream<Map<?, ?>> addresses() throws IOException {
        List<?> vectors =
                new Yaml()
                        .load(
                                Files.readString(
                                        VECTORS.resolve("smtp-server-address-commands.json")));
        return vectors.stream()
                .<Map<?, ?>>map(item -> (Map<?, ?>) item)
                .filter(item -> Boolean.FALSE.equals(item.get("lenient_mode")));
    }

    /// That server takes a blank before the colon, which RFC 5321 §3.3 forbids, and any parameter.
    @ParameterizedTest
    @MethodSource("addresses")
    void readsPathsAsAnotherServerDoes(Map<?, ?> vector) throws IOException {
        var line = String.valueOf(vector.get("line"));
        boolean other =
                line.contains("FROM :") || line.contains("ENVID") || line.contains("CUSTOM");
        try (var client = Client.introduced(door)) {
            client.ask(line.startsWith("RCPT") ? "MAIL FROM:<>" : "NOOP");
            var code = Integer.parseInt(client.ask(line).substring(0, 3));
            boolean understood = code == 250 || code == 550;
            assertThat(understood).isEqualTo(Boolean.TRUE.equals(vector.get("accept")) && !other);
        }
    }
}
