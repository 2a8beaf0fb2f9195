package posthorn.engine.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The octets of a message, as they came over the wire without dot-stuffing. They may be read
/// several times, so that a large message need not be held in memory.
@FunctionalInterface
public interface RawMessage {

    /// The octets from the first on.
    ///
    /// @throws IOException when they cannot be read any more
    InputStream open() throws IOException;

    /// A message in memory: these octets, which must not change any more.
    static RawMessage of(byte[] octets) {
        return new InMemory(octets);
    }

    /// A message in a file that does not change.
    static RawMessage of(Path file) {
        return () -> Files.newInputStream(file);
    }

    /// Octets that are all there: no copy of them is needed to read them.
    final class InMemory implements RawMessage {

        private final byte[] octets;

        private InMemory(byte[] octets) {
            this.octets = octets;
        }

        byte[] octets() {
            return octets;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(octets);
        }
    }
}
