package posthorn.app.monitoring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import posthorn.engine.outside.Transcript;

/// The table `transcript`: one row for each content, however often it was seen. Times, servers and
/// lifetimes are no content, so that a stable domain adds nothing.
@Repository
class TranscriptRows {

    private final JdbcClient jdbc;

    TranscriptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps a transcript and gives its key.
    byte[] keep(Transcript transcript) {
        var hash = hash(transcript);
        jdbc.sql("insert into transcript values (:hash, :content) on conflict do nothing")
                .param("hash", hash)
                .param("content", packed(transcript.text()))
                .update();
        return hash;
    }

    /// Forgets what no observation has any more.
    int removeUnused() {
        return jdbc.sql(
                        """
                        delete from transcript t where not exists (
                            select from observation o
                            where o.transcript_hash = t.hash or o.unknown_transcript_hash = t.hash)
                        """)
                .update();
    }

    static String unpacked(byte[] content) {
        try (var inflated = new InflaterInputStream(new ByteArrayInputStream(content))) {
            return new String(inflated.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] hash(Transcript transcript) {
        var text = transcript.bare().text().lines().sorted().collect(Collectors.joining("\n"));
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
