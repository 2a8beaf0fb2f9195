package posthorn.app.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.DeflaterOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes observations as runs would have left them.
final class Seen {

    private final JdbcClient jdbc;
    private final long domain;

    Seen(JdbcClient jdbc, long domain) {
        this.jdbc = jdbc;
        this.domain = domain;
    }

    /// An open observation of a check that found no record.
    long observation(String kind, String verdict, Instant from) {
        var id = observation(kind, verdict, "", from);
        jdbc.sql("update observation set records = '[]' where id = :id").param("id", id).update();
        return id;
    }

    /// An observation that began at `from`; `until` ends it unless it is null.
    long observation(String kind, String verdict, String record, Instant from, Instant... until) {
        var transcript = transcript("example.org. 300 TXT \"" + record + "\"\n");
        var end = until.length == 0 ? from.plusSeconds(60) : until[0];
        return jdbc.sql(
                        """
                        insert into observation (domain_id, kind, verdict, records,
                            transcript_hash, first_seen_at, last_seen_at, ended_at)
                        values (:domain, :kind, :verdict, jsonb_build_array(:record),
                            :transcript, :from, :last, :ended)
                        returning id
                        """)
                .param("domain", domain)
                .param("kind", kind)
                .param("verdict", verdict)
                .param("record", record)
                .param("transcript", transcript)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("last", end.atOffset(ZoneOffset.UTC))
                .param("ended", until.length == 0 ? null : end.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void finding(long observation, int position, String severity, String code, String subject) {
        jdbc.sql(
                        """
                        insert into finding (observation_id, position, severity, code, subject,
                            evidence, remedies)
                        values (:observation, :position, :severity, :code, :subject,
                            jsonb_build_object('record', cast(:subject as text)), '[]')
                        """)
                .param("observation", observation)
                .param("position", position)
                .param("severity", severity)
                .param("code", code)
                .param("subject", subject)
                .update();
    }

    void change(String kind, long before, long after, Instant at) {
        jdbc.sql(
                        """
                        insert into change_event (domain_id, kind, before_id, after_id, by_edit, at)
                        values (:domain, :kind, :before, :after, false, :at)
                        """)
                .param("domain", domain)
                .param("kind", kind)
                .param("before", before)
                .param("after", after)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private byte[] transcript(String text) {
        var hash = text.getBytes(StandardCharsets.UTF_8);
        jdbc.sql("insert into transcript values (:hash, :content) on conflict do nothing")
                .param("hash", hash)
                .param("content", packed(text))
                .update();
        return hash;
    }

    private static byte[] packed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
