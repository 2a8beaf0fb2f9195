package posthorn.engine.bimi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Compressed text (RFC 1952); each octet is the Latin-1 character of the same number.
final class Gzip {

    private Gzip() {}

    static boolean is(String text) {
        return text.startsWith("\u001f\u008b");
    }

    /// The text unpacked; empty where it cannot be, or is longer than `most`.
    static Optional<String> unpacked(String text, int most) {
        var packed = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        try (var in = new GZIPInputStream(packed)) {
            var octets = in.readNBytes(most + 1);
            return octets.length > most
                    ? Optional.empty()
                    : Optional.of(new String(octets, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
