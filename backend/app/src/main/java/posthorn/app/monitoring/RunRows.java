package posthorn.app.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import posthorn.engine.check.Verdict;

/// The table `check_run`.
@Repository
class RunRows {

    private final JdbcClient jdbc;
    private final FindingJson json;

    RunRows(JdbcClient jdbc, FindingJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Begins the run of a slot, or begins it anew when whoever began it is gone.
    @Transactional
    public long begin(Claim claim, Instant now) {
        return jdbc.sql(
                        """
                        insert into check_run (domain_id, slot, cause, started_at, outcome)
                        values (:domain, :slot, :cause, :now, 'RUNNING')
                        on conflict (domain_id, slot) do update set
                            started_at = :now, finished_at = null, outcome = 'RUNNING', landed = '{}'
                        returning id
                        """)
                .param("domain", claim.domainId())
                .param("slot", claim.slot().atOffset(ZoneOffset.UTC))
                .param("cause", claim.cause().name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /// A check has said something, to be seen at once.
    @Transactional
    public void land(long id, String kind, Verdict verdict) {
        jdbc.sql(
                        """
                        update check_run
                        set landed = landed || jsonb_build_object(:kind::text, :verdict::text)
                        where id = :id
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("verdict", verdict.name())
                .update();
    }

    void finish(long id, Instant now) {
        jdbc.sql("update check_run set finished_at = :now, outcome = 'DONE' where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void fail(Claim claim, Instant now) {
        jdbc.sql(
                        """
                        update check_run set finished_at = :now, outcome = 'FAILED'
                        where domain_id = :domain and slot = :slot
                        """)
                .param("domain", claim.domainId())
                .param("slot", claim.slot().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The latest run of each of these domains.
    Map<Long, CheckRun> latest(Collection<Long> domainIds) {
        return domainIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                """
                                select distinct on (domain_id) * from check_run
                                where domain_id in (:domains)
                                order by domain_id, started_at desc, id desc
                                """)
                        .param("domains", domainIds)
                        .query(this::run)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(CheckRun::domainId, Function.identity()));
    }

    List<CheckRun> latest(long domainId, int most) {
        return jdbc.sql(
                        """
                        select * from check_run where domain_id = :domain
                        order by started_at desc, id desc limit :most
                        """)
                .param("domain", domainId)
                .param("most", most)
                .query(this::run)
                .list();
    }

    int removeBefore(Instant oldest) {
        return jdbc.sql(
                        """
                        delete from check_run r where started_at < :oldest and exists (
                            select from check_run later
                            where later.domain_id = r.domain_id
                                and later.started_at > r.started_at)
                        """)
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .update();
    }

    private CheckRun run(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        var landed = new LinkedHashMap<String, Verdict>();
        json.map(row.getString("landed"))
                .forEach((kind, verdict) ->
                        landed.put(kind, Verdict.valueOf(String.valueOf(verdict))));
        return new CheckRun(
                row.getLong("id"),
                row.getLong("domain_id"),
                Cause.valueOf(row.getString("cause")),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                CheckRun.Outcome.valueOf(row.getString("outcome")),
                landed);
    }
}
