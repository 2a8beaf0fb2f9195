package posthorn.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import posthorn.engine.message.TlsFacts;

@Timeout(60)
class EncryptedDoorTest {

    private static final Encryption ENCRYPTION = Encryption.of("mx.example.net");

    private final Memory memory = new Memory();
    private Door door = open(Limits.USUAL);

    private Door open(Limits limits) {
        try {
            return Door.open(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    new Door.House(
                            "mx.example.net",
                            limits,
                            () -> Optional.of(ENCRYPTION.server()),
                            memory,
                            Clock.systemUTC()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    @Test
    void encryptsAndForgetsWhatCameBefore() throws IOException {
        try (var client = Client.introduced(door)) {
            client.ask("MAIL FROM:<alice@example.org>");
            assertThat(client.ask("STARTTLS")).isEqualTo("220 2.0.0 Ready for TLS");
            client.encrypt(ENCRYPTION.client());
            assertThat(client.ask("MAIL FROM:<alice@example.org>")).startsWith("503");
            assertThat(client.ask("EHLO client.example.org"))
                    .contains("SIZE")
                    .doesNotContain("STARTTLS");
            assertThat(client.ask("STARTTLS")).startsWith("503");
            client.ask("MAIL FROM:<alice@example.org>");
            client.ask("RCPT TO:<ping@example.net>");
            client.ask("DATA");
            assertThat(client.ask("Hi\r\n.")).startsWith("250");
            assertThat(client.ask("QUIT")).startsWith("221");
            assertThat(client.reply()).isEmpty();
        }
        assertThat(memory.kept.getFirst().envelope().tls())
                .isInstanceOfSatisfying(
                        TlsFacts.Encrypted.class,
                        tls -> {
                            assertThat(tls.version()).isEqualTo("TLSv1.3");
                            assertThat(tls.cipherSuite()).startsWith("TLS_");
                        });
    }

    @Test
    void offersEncryptionInTheClear() throws IOException {
        try (var client = Client.greeted(door)) {
            assertThat(client.ask("EHLO client.example.org")).contains("\n250-STARTTLS\n");
            assertThat(client.ask("STARTTLS now")).startsWith("501");
        }
    }

    /// What is put behind the command in the clear would be run as if it had been encrypted.
    @Test
    void takesNothingBehindTheCommand() throws IOException {
        try (var client = Client.introduced(door)) {
            client.send("STARTTLS\r\nMAIL FROM:<eve@example.org>\r\n");
            assertThat(client.replies())
                    .containsExactly("421 4.5.0 Nothing may follow STARTTLS; closing");
        }
    }

    @Test
    void endsASessionThatTalksNoTls() throws IOException {
        try (var client = Client.introduced(door)) {
            client.ask("STARTTLS");
            client.send("EHLO again\r\n");
            assertThat(client.replies()).noneMatch(reply -> reply.startsWith("250"));
        }
        try (var client = Client.introduced(door)) {
            assertThat(client.ask("NOOP")).startsWith("250");
        }
    }

    @Test
    void waitsForAHandshakeSoLongAndNoLonger() throws IOException {
        door.close();
        var usual = Limits.USUAL;
        door =
                open(
                        new Limits(
                                usual.message(),
                                usual.line(),
                                usual.recipients(),
                                usual.errors(),
                                usual.idle(),
                                usual.command(),
                                Duration.ofMillis(300),
                                usual.text(),
                                usual.rate(),
                                usual.grace(),
                                usual.sessions(),
                                usual.perAddress()));
        try (var client = Client.introduced(door)) {
            client.ask("STARTTLS");
            client.replies();
        }
        assertThat(memory.kept).isEmpty();
    }
}
