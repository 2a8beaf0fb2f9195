package posthorn.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/// Runs the command line inside the test and keeps what it says.
final class Shell {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private InputStream in = InputStream.nullInputStream();
    private Map<String, String> environment = Map.of("NO_COLOR", "");
    private boolean terminal;
    private boolean watched;

    Shell typing(String text) {
        in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Shell in(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    Shell onTerminal() {
        terminal = true;
        return this;
    }

    Shell watched() {
        watched = true;
        return this;
    }

    int run(String... args) {
        var streams = new Streams(in, stream(out), stream(err), environment, terminal, watched);
        int status = new CommandLineTool(streams, CLOCK).run(args);
        streams.out().flush();
        streams.err().flush();
        return status;
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, false, StandardCharsets.UTF_8);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /// A zone file in `folder`.
    static String zone(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("test.zone"), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
