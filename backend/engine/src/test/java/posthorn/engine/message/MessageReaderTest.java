package posthorn.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageReaderTest {

    @Test
    void partsHeaderAndBody() throws IOException {
        var message =
                "From: alice@example.org\r\nSubject: Hello\r\n there\r\n\r\nHello\r\n\r\nBob\r\n";

        assertThat(header(message).fields())
                .extracting(HeaderField::name)
                .containsExactly("from", "subject");
        assertThat(header(message).first("subject").orElseThrow().text()).isEqualTo("Hello there");
        assertThat(body(message)).isEqualTo("Hello\r\n\r\nBob\r\n");
    }

    @Test
    void takesLinesThatEndInLfAlone() throws IOException {
        var message = "From: alice@example.org\nTo: bob@example.org\n\nHello\n";

        assertThat(header(message).fields()).hasSize(2);
        assertThat(body(message)).isEqualTo("Hello\n");
    }

    @Test
    void readsAMessageWithoutHeader() throws IOException {
        assertThat(header("\r\nHello").fields()).isEmpty();
        assertThat(body("\r\nHello")).isEqualTo("Hello");
    }

    @Test
    void readsAMessageWithoutBody() throws IOException {
        assertThat(header("Subject: Hello").first("subject").orElseThrow().text())
                .isEqualTo("Hello");
        assertThat(body("Subject: Hello\r\n")).isEmpty();
    }

    @Test
    void readsNothing() throws IOException {
        assertThat(header("").fields()).isEmpty();
        assertThat(body("")).isEmpty();
    }

    @Test
    void keepsALineThatIsNoField() throws IOException {
        var fields = header("From alice@example.org Wed\r\nTo: bob@example.org\r\n\r\n").fields();

        assertThat(fields).extracting(HeaderField::name).containsExactly("", "to");
        assertThat(fields.getFirst().text()).isEqualTo("From alice@example.org Wed");
    }

    @Test
    void takesBlanksBeforeTheColonForNoPartOfTheName() throws IOException {
        assertThat(header("Subject \t: Hello\r\n\r\n").first("subject")).isPresent();
    }

    @Test
    void readsUtf8AndElseLatin1() throws IOException {
        assertThat(
                        header("Subject: Gr\u00c3\u00bc\u00c3\u009fe\r\n\r\n")
                                .fields()
                                .getFirst()
                                .text())
                .isEqualTo("Gr\u00fc\u00dfe");
        assertThat(header("Subject: Gr\u00fc\u00dfe\r\n\r\n").fields().getFirst().text())
                .isEqualTo("Gr\u00fc\u00dfe");
    }

    @Test
    void readsTheSameInWhateverPiecesItComes() throws IOException {
        var message = "A: 1\r\nB: 2\r\n\r\nx\r\n\r\ny".repeat(3);

        var seen = new ByteArrayOutputStream();
        try (var reader = MessageReader.open(() -> dripping(message))) {
            assertThat(reader.header().fields()).hasSize(2);
            reader.body((octets, from, to) -> seen.write(octets, from, to - from));
        }

        assertThat(seen.toString(StandardCharsets.ISO_8859_1)).isEqualTo(body(message));
    }

    @Test
    void stopsAtTheLimitOfOctets() throws IOException {
        var message = "A: " + "x".repeat(HeaderSection.MAX_OCTETS) + "\r\nB: 2\r\n\r\n";

        assertThat(header(message).isCut()).isTrue();
        assertThat(header(message).first("b")).isEmpty();
    }

    @Test
    void readsAHeaderUpToTheLimit() throws IOException {
        var end = "\r\nB: 2\r\n\r\n";
        var message = "A: " + "x".repeat(HeaderSection.MAX_OCTETS - 3 - end.length()) + end;

        assertThat(header(message).isCut()).isFalse();
        assertThat(header(message).fields()).hasSize(2);
    }

    @Test
    void stopsAtTheLimitOfFields() throws IOException {
        assertThat(header("A: 1\r\n".repeat(HeaderSection.MAX_FIELDS) + "\r\n").isCut()).isFalse();
        var more = header("A: 1\r\n".repeat(HeaderSection.MAX_FIELDS + 1) + "\r\n");
        assertThat(more.isCut()).isTrue();
        assertThat(more.fields()).hasSize(HeaderSection.MAX_FIELDS);
    }

    private static InputStream dripping(String message) {
        return new ByteArrayInputStream(octets(message)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(1, length));
            }
        };
    }

    private static HeaderSection header(String message) throws IOException {
        try (var reader = MessageReader.open(RawMessage.of(octets(message)))) {
            return reader.header();
        }
    }

    private static String body(String message) throws IOException {
        var seen = new ByteArrayOutputStream();
        try (var reader = MessageReader.open(RawMessage.of(octets(message)))) {
            reader.body((octets, from, to) -> seen.write(octets, from, to - from));
        }
        return seen.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
