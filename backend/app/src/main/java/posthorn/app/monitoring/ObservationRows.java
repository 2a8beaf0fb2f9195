package posthorn.app.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Verdict;

/// The tables `observation` and `finding`.
@Repository
class ObservationRows {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final FindingJson json;

    ObservationRows(JdbcClient jdbc, NamedParameterJdbcTemplate batch, FindingJson json) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
    }

    /// The open observations of these domains.
    List<Observation> open(Collection<Long> domainIds) {
        return domainIds.isEmpty()
                ? List.of()
                : whole(
                        jdbc.sql(
                                        """
                                        select * from observation
                                        where domain_id in (:domains) and ended_at is null
                                        order by domain_id, kind
                                        """)
                                .param("domains", domainIds)
                                .query(this::row)
                                .list());
    }

    List<Observation> withIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : whole(
                        jdbc.sql("select * from observation where id in (:ids)")
                                .param("ids", ids)
                                .query(this::row)
                                .list());
    }

    /// All observations of a domain, the newest first.
    List<Observation> history(long domainId, int most, int skip) {
        return whole(
                jdbc.sql(
                                """
                                select * from observation where domain_id = :domain
                                order by first_seen_at desc, id desc limit :most offset :skip
                                """)
                        .param("domain", domainId)
                        .param("most", most)
                        .param("skip", skip)
                        .query(this::row)
                        .list());
    }

    int count(long domainId) {
        return jdbc.sql("select count(*) from observation where domain_id = :domain")
                .param("domain", domainId)
                .query(Integer.class)
                .single();
    }

    /// One observation, if it is about this domain.
    Optional<Observation> find(long domainId, long id) {
        return withIds(List.of(id)).stream()
                .filter(observation -> observation.domainId() == domainId)
                .findFirst();
    }

    /// The transcript of an observation, and that of the last run that left something open.
    List<String> transcripts(long domainId, long id) {
        return jdbc.sql(
                        """
                        select content from observation o
                        join transcript t on t.hash in (o.transcript_hash, o.unknown_transcript_hash)
                        where o.id = :id and o.domain_id = :domain
                        order by t.hash = o.unknown_transcript_hash nulls first
                        """)
                .param("id", id)
                .param("domain", domainId)
                .query((row, _) -> TranscriptRows.unpacked(row.getBytes("content")))
                .list();
    }

    /// Begins an interval.
    long begin(long domainId, String kind, Known known, byte[] transcript, Instant now) {
        var since = known.isDecided() ? null : now.atOffset(ZoneOffset.UTC);
        var id =
                jdbc.sql(
                                """
                                insert into observation (domain_id, kind, verdict, records,
                                    transcript_hash, first_seen_at, last_seen_at, unknown_since)
                                values (:domain, :kind, :verdict, cast(:records as json),
                                    :transcript, :now, :now, :since)
                                returning id
                                """)
                        .param("domain", domainId)
                        .param("kind", kind)
                        .param("verdict", known.verdict().name())
                        .param("records", json.texts(known.records()))
                        .param("transcript", transcript)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("since", since)
                        .query(Long.class)
                        .single();
        write(id, known.findings());
        return id;
    }

    /// Ends an interval.
    void end(long id, Instant now) {
        jdbc.sql("update observation set ended_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// A run saw it all once more, with this evidence.
    void seen(Observation open, Known known, byte[] transcript, Instant now) {
        jdbc.sql(
                        """
                        update observation set last_seen_at = :now, runs = runs + 1,
                            transcript_hash = :transcript, unknown_transcript_hash = null,
                            unknown_since = case when :decided then null
                                            else coalesce(unknown_since, :now) end
                        where id = :id
                        """)
                .param("id", open.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("transcript", transcript)
                .param("decided", known.isDecided())
                .update();
        rewrite(open, known);
    }

    /// A run could not see it all.
    void unseen(Observation open, Known known, byte[] transcript, Instant now) {
        jdbc.sql(
                        """
                        update observation set unknown_transcript_hash = :transcript,
                            unknown_since = coalesce(unknown_since, :now)
                        where id = :id
                        """)
                .param("id", open.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("transcript", transcript)
                .update();
        rewrite(open, known);
    }

    /// Makes an observation part of an invented past.
    void seed(long id, Instant lastSeen, int runs) {
        jdbc.sql(
                        """
                        update observation set last_seen_at = :last, runs = :runs, is_seeded = true
                        where id = :id
                        """)
                .param("id", id)
                .param("last", lastSeen.atOffset(ZoneOffset.UTC))
                .param("runs", runs)
                .update();
    }

    void silent(long id, @Nullable Instant since) {
        jdbc.sql("update observation set silent_since = :since where id = :id")
                .param("id", id)
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void rewrite(Observation open, Known known) {
        if (!open.findings().equals(known.findings())) {
            jdbc.sql("delete from finding where observation_id = :id")
                    .param("id", open.id())
                    .update();
            write(open.id(), known.findings());
        }
    }

    private void write(long id, List<Finding> findings) {
        var rows = new ArrayList<MapSqlParameterSource>();
        for (var finding : findings) {
            rows.add(
                    new MapSqlParameterSource("observation", id)
                            .addValue("position", rows.size())
                            .addValue("severity", finding.severity().name())
                            .addValue("code", finding.code())
                            .addValue("subject", finding.subject())
                            .addValue("evidence", json.evidence(finding))
                            .addValue("remedies", json.remedies(finding)));
        }
        batch.batchUpdate(
                """
                insert into finding (observation_id, position, severity, code, subject,
                    evidence, remedies)
                values (:observation, :position, :severity, :code, :subject,
                    cast(:evidence as json), cast(:remedies as json))
                """,
                rows.toArray(MapSqlParameterSource[]::new));
    }

    private List<Observation> whole(List<Observation> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        var findings = findings(bare.stream().map(Observation::id).toList());
        return bare.stream().map(o -> o.with(findings.getOrDefault(o.id(), List.of()))).toList();
    }

    private Map<Long, List<Finding>> findings(List<Long> ids) {
        var found = new HashMap<Long, List<Finding>>();
        jdbc.sql(
                        """
                        select * from finding where observation_id in (:ids)
                        order by observation_id, position
                        """)
                .param("ids", ids)
                .query(row -> {
                    var finding =
                            json.read(
                                    row.getString("severity"),
                                    row.getString("code"),
                                    row.getString("subject"),
                                    row.getString("evidence"),
                                    row.getString("remedies"));
                    found.computeIfAbsent(row.getLong("observation_id"), _ -> new ArrayList<>())
                            .add(finding);
                });
        return found;
    }

    private Observation row(ResultSet row, int number) throws SQLException {
        return new Observation(
                row.getLong("id"),
                row.getLong("domain_id"),
                row.getString("kind"),
                Verdict.valueOf(row.getString("verdict")),
                json.texts(row.getString("records")),
                List.of(),
                row.getTimestamp("first_seen_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getInt("runs"),
                instant(row.getTimestamp("unknown_since")),
                instant(row.getTimestamp("silent_since")),
                row.getBoolean("is_seeded"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
