package posthorn.app.monitoring;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `change_event`.
@Repository
class ChangeRows {

    private record Border(
            long id, long domainId, long beforeId, long afterId, boolean byEdit, Instant at) {}

    private final JdbcClient jdbc;
    private final ObservationRows observations;

    ChangeRows(JdbcClient jdbc, ObservationRows observations) {
        this.jdbc = jdbc;
        this.observations = observations;
    }

    void add(@Nullable Long runId, Observation before, long afterId, boolean byEdit, Instant now) {
        jdbc.sql(
                        """
                        insert into change_event
                            (domain_id, kind, run_id, before_id, after_id, by_edit, at)
                        values (:domain, :kind, :run, :before, :after, :edit, :now)
                        """)
                .param("domain", before.domainId())
                .param("kind", before.kind())
                .param("run", runId)
                .param("before", before.id())
                .param("after", afterId)
                .param("edit", byEdit)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Change> ofRun(long runId) {
        return whole(
                jdbc.sql("select * from change_event where run_id = :run order by id")
                        .param("run", runId));
    }

    List<Change> ofDomain(long domainId, int most, int skip) {
        return whole(
                jdbc.sql(
                                """
                                select * from change_event where domain_id = :domain
                                order by at desc, id desc limit :most offset :skip
                                """)
                        .param("domain", domainId)
                        .param("most", most)
                        .param("skip", skip));
    }

    int count(long domainId) {
        return jdbc.sql("select count(*) from change_event where domain_id = :domain")
                .param("domain", domainId)
                .query(Integer.class)
                .single();
    }

    private List<Change> whole(JdbcClient.StatementSpec query) {
        var borders =
                query.query((row, _) ->
                                new Border(
                                        row.getLong("id"),
                                        row.getLong("domain_id"),
                                        row.getLong("before_id"),
                                        row.getLong("after_id"),
                                        row.getBoolean("by_edit"),
                                        row.getTimestamp("at").toInstant()))
                        .list();
        var ids = borders.stream().flatMap(b -> Stream.of(b.beforeId(), b.afterId())).toList();
        var found =
                observations.withIds(ids).stream()
                        .collect(Collectors.toMap(Observation::id, Function.identity()));
        return borders.stream()
                .map(b ->
                        new Change(
                                b.id(),
                                b.domainId(),
                                Objects.requireNonNull(found.get(b.beforeId())),
                                Objects.requireNonNull(found.get(b.afterId())),
                                b.byEdit(),
                                b.at()))
                .toList();
    }
}
