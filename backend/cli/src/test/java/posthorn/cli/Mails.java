package posthorn.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Signed messages of the engine's vectors with their keys.
final class Mails {

    /// The signed message of RFC 8463 §A.3.
    static final Mails FOOTBALL = new Mails("001");

    /// A message whose signature has ended in November 2022.
    static final Mails ENDED = new Mails("005");

    private static final Path FOLDER =
            Path.of("../engine/src/test/resources/vectors/dkim/mail-auth");

    private static final String REST =
            """
            football.example.com. TXT "v=spf1 ip4:192.0.2.7 -all"
            mail.football.example.com. TXT "v=spf1 a -all"
            mail.football.example.com. A 192.0.2.7
            _dmarc.football.example.com. TXT "v=DMARC1; p=reject"
            """;

    private final String number;

    private Mails(String number) {
        this.number = number;
    }

    private String[] parts() {
        try {
            return Files.readString(FOLDER.resolve(number + ".txt")).split("\n\n", 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The message with LF line ends.
    String signed() {
        return parts()[1];
    }

    /// Its keys, and records of SPF and DMARC.
    String zone() {
        return parts()[0].lines().map(Mails::record).collect(Collectors.joining()) + REST;
    }

    private static String record(String line) {
        var parts = line.split(" ", 2);
        var text = parts[1];
        var strings =
                IntStream.iterate(0, i -> i < text.length(), i -> i + 200)
                        .mapToObj(i -> text.substring(i, Math.min(i + 200, text.length())))
                        .collect(Collectors.joining("\" \""));
        return parts[0] + ". TXT \"" + strings + "\"\n";
    }
}
