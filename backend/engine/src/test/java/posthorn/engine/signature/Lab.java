package posthorn.engine.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import posthorn.engine.message.RawMessage;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.Source;

/// What tests of signatures need: messages, keys in a DNS, a clock.
public final class Lab {

    private static final Source SOURCE = Source.local("test");

    private Lab() {}

    /// A file among the vectors.
    public static byte[] octets(String file) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/vectors", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same octets with CR LF for each LF alone.
    public static byte[] crlf(byte[] octets) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '\n' && (i == 0 || octets[i - 1] != '\r')) {
                out.write('\r');
            }
            out.write(octets[i]);
        }
        return out.toByteArray();
    }

    public static Clock at(long epochSecond) {
        return Clock.fixed(Instant.ofEpochSecond(epochSecond), ZoneOffset.UTC);
    }

    /// One text at each name; nothing else exists.
    public static Dns texts(Map<String, String> texts) {
        return question -> {
            var text = texts.get(question.name().text());
            return text == null
                    ? new Answer.NxDomain<>(List.of(), SOURCE)
                    : new Answer.Data<>(List.of(Rdata.Text.of(text)), 60, false, List.of(), SOURCE);
        };
    }

    /// Nobody answers.
    public static Dns silent() {
        return _ -> new Answer.Failed<>(Failure.TIMEOUT, List.of(), SOURCE);
    }

    static List<SignatureResult> verify(byte[] message, Dns dns, Clock clock) {
        return verify(message, dns, clock, Leniency.NONE);
    }

    static List<SignatureResult> verify(byte[] message, Dns dns, Clock clock, Leniency leniency) {
        try {
            return new DkimVerifier(dns, clock, leniency).verify(RawMessage.of(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
