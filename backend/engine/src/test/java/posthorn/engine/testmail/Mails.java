package posthorn.engine.testmail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import posthorn.engine.message.RawMessage;
import posthorn.engine.message.ReceivedMessage;
import posthorn.engine.message.TlsFacts;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

/// Messages as they were received, for tests.
final class Mails {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Mails() {}

    /// A message from mail.example.org at 192.0.2.1.
    static ReceivedMessage of(String text, String mailFrom) {
        return of(text, "192.0.2.1", "mail.example.org", mailFrom);
    }

    static ReceivedMessage of(String text, String ip, String helo, String mailFrom) {
        return new ReceivedMessage(
                RawMessage.of(text.getBytes(StandardCharsets.ISO_8859_1)),
                helo,
                IpText.parse(ip).orElseThrow(),
                mailFrom,
                List.of("charlie@example.com"),
                new TlsFacts.Unseen(),
                NOON);
    }

    /// A file among the vectors, with CR LF for each line end.
    static String vector(String file) {
        try {
            return Files.readString(
                            Path.of("src/test/resources/vectors", file),
                            StandardCharsets.ISO_8859_1)
                    .replace("\r\n", "\n")
                    .replace("\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AuthenticationFacts facts(ReceivedMessage message, Dns dns) {
        var outside = new Outside(dns, Clock.fixed(NOON, ZoneOffset.UTC));
        return new AuthenticationProbe().probe(message, outside);
    }

    static Dns zone(String text) {
        return new ZoneDns(ZoneReader.read(text));
    }
}
