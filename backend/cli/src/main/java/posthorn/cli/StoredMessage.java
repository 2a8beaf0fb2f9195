package posthorn.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import posthorn.engine.message.RawMessage;

/// A message from a file, from standard input or from a line of a batch. What cannot be read twice
/// is kept in a file of our own until it is closed.
final class StoredMessage implements AutoCloseable {

    static final String STDIN = "-";

    private final RawMessage stored;
    private final List<Path> ours;
    private final LineEnds found;
    private final boolean converted;

    private StoredMessage(RawMessage stored, List<Path> ours, String lineEnds) {
        this.stored = stored;
        this.ours = ours;
        this.found = lineEnds();
        this.converted =
                lineEnds.equals("crlf") || (lineEnds.equals("auto") && found == LineEnds.LF);
    }

    /// The message these values name by `file` or hold in `message`.
    static StoredMessage of(Values values, Work work) {
        var lineEnds = values.one("line-ends").orElse("auto");
        if (!List.of("auto", "crlf", "keep").contains(lineEnds)) {
            throw UsageError.of("line-ends").with("value", lineEnds);
        }
        var file = values.one("file");
        var base64 = values.one("message");
        if (file.isPresent() == base64.isPresent()) {
            throw UsageError.of("one-message");
        }
        return file.map(name -> from(name, work, lineEnds))
                .or(() -> base64.map(text -> decoded(text, lineEnds)))
                .orElseThrow();
    }

    private static StoredMessage decoded(String base64, String lineEnds) {
        try {
            var octets = Base64.getDecoder().decode(base64);
            return new StoredMessage(RawMessage.of(octets), List.of(), lineEnds);
        } catch (IllegalArgumentException e) {
            throw UsageError.of("base64");
        }
    }

    private static StoredMessage from(String name, Work work, String lineEnds) {
        if (name.equals(STDIN)) {
            return kept(work.in(), name, lineEnds);
        }
        try {
            var path = Path.of(name);
            if (Files.isRegularFile(path)) {
                return new StoredMessage(RawMessage.of(path), List.of(), lineEnds);
            }
            try (var stream = Files.newInputStream(path)) {
                return kept(stream, name, lineEnds);
            }
        } catch (IOException | InvalidPathException | UncheckedIOException e) {
            throw UsageError.of("file").with("file", name);
        }
    }

    private static StoredMessage kept(InputStream stream, String name, String lineEnds) {
        Optional<Path> ours = Optional.empty();
        try {
            var file = Files.createTempFile("posthorn", ".eml");
            ours = Optional.of(file);
            Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
            return new StoredMessage(RawMessage.of(file), List.of(file), lineEnds);
        } catch (IOException | UncheckedIOException e) {
            ours.ifPresent(StoredMessage::delete);
            throw UsageError.of("file").with("file", name);
        }
    }

    private LineEnds lineEnds() {
        try (var stream = stored.open()) {
            return LineEnds.of(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its octets as they are taken to have come over the wire.
    RawMessage raw() {
        return converted ? () -> new CrlfStream(stored.open()) : stored;
    }

    /// How its lines end where it is stored.
    LineEnds found() {
        return found;
    }

    /// Whether LF alone is read as CR LF.
    boolean isConverted() {
        return converted && (found == LineEnds.LF || found == LineEnds.MIXED);
    }

    @Override
    public void close() {
        ours.forEach(StoredMessage::delete);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
