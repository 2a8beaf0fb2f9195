package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredMessageTest {

    private static Streams typing(String text) {
        return new Streams(octets(text), System.out, System.err, Map.of(), false, false);
    }

    private static InputStream octets(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({"abc, NONE", "a~n~n, LF", "a~r~nb~r~n, CRLF", "a~r~nb~n, MIXED", "a~r, NONE"})
    void knowsHowLinesEnd(String text, LineEnds found) throws IOException {
        var stored = text.replace("~r", "\r").replace("~n", "\n");

        assertThat(LineEnds.of(octets(stored))).isEqualTo(found);
    }

    @Test
    void putsCrBeforeEachLoneLf() throws IOException {
        var random = new Random(7);
        var text = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            text.append("\r\nab".charAt(random.nextInt(4)));
        }

        var read = new CrlfStream(octets(text.toString())).readAllBytes();

        assertThat(new String(read, StandardCharsets.ISO_8859_1))
                .isEqualTo(text.toString().replaceAll("(?<!\r)\n", "\r\n"));
    }

    @Test
    void leavesNothingBehind() throws IOException {
        var before = temporaries();
        var values = new Values(Map.of("file", List.of("-")));

        try (var message =
                StoredMessage.of(values, new Work(Clock.systemUTC(), typing("a\n\nb\n")))) {
            assertThat(message.found()).isEqualTo(LineEnds.LF);
            try (var raw = message.raw().open()) {
                assertThat(raw.readAllBytes()).asString().isEqualTo("a\r\n\r\nb\r\n");
            }
        }

        assertThat(temporaries()).isEqualTo(before);
    }

    private static List<Path> temporaries() throws IOException {
        try (var files =
                Files.newDirectoryStream(
                        Path.of(System.getProperty("java.io.tmpdir", "/tmp")), "posthorn*.eml")) {
            var found = new java.util.ArrayList<Path>();
            files.forEach(found::add);
            return found;
        }
    }
}
