package posthorn.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import posthorn.engine.fuzz.Target;

/// The reader of messages.
public final class MessageTargets {

    private MessageTargets() {}

    public static List<Target> all() {
        return List.of(Target.of("message", MessageTargets::message, PIECES));
    }

    private static final String[] PIECES = {
        "From: Alice <alice@example.org>\r\nSubject: Hello\r\n\r\nHi\r\n",
        "From: ",
        "To : ",
        "Subject:",
        "bob@example.com",
        "\r\n",
        "\n",
        "\r",
        "\r\n ",
        "\r\n\r\n",
        "\n\n",
        ":",
        "no field",
        "\u00fc",
        "\u0000"
    };

    /// The parts are those of the message, in order, whatever the pieces it comes in.
    private static void message(byte[] octets) throws IOException {
        var whole = read(RawMessage.of(octets));
        var dripping = read(() -> new Dripping(octets));

        assertThat(dripping.fields()).isEqualTo(whole.fields());
        assertThat(dripping.body()).isEqualTo(whole.body());
        int at = 0;
        for (var field : whole.fields()) {
            at = indexOf(octets, field, at) + field.length();
        }
        assertThat(at + whole.body().length()).isLessThanOrEqualTo(octets.length);
    }

    private static int indexOf(byte[] octets, String field, int from) {
        int at = latin1(octets).indexOf(field, from);
        assertThat(at).as(field).isNotNegative();
        return at;
    }

    private record Read(List<String> fields, String body) {}

    private static Read read(RawMessage message) throws IOException {
        try (var reader = MessageReader.open(message)) {
            var fields = reader.header().fields();
            fields.forEach(MessageTargets::isSound);
            var body = new ByteArrayOutputStream();
            reader.body((octets, from, to) -> body.write(octets, from, to - from));
            return new Read(
                    fields.stream().map(field -> latin1(field.octets())).toList(),
                    latin1(body.toByteArray()));
        }
    }

    private static void isSound(HeaderField field) {
        assertThat(field.name()).doesNotContainPattern("[\\x00- :]");
        assertThat(field.text()).doesNotContain("\r", "\n");
        assertThat(field.octets()).hasSize(field.length());
        assertThat(field.bodyOffset() + field.rawBody().length()).isEqualTo(field.length());
        assertThat(latin1(field.octets())).doesNotContainPattern("\n(?![ \t])");
    }

    private static String latin1(byte[] octets) {
        return new String(octets, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /// A stream that gives three octets at a time.
    private static final class Dripping extends InputStream {
        private final ByteArrayInputStream in;

        Dripping(byte[] octets) {
            this.in = new ByteArrayInputStream(octets);
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return in.read(into, from, Math.min(3, length));
        }
    }
}
