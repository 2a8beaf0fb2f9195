package posthorn.app.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import posthorn.app.monitoring.FindingJson;
import posthorn.engine.check.Finding;

/// The table `incident`.
@Repository
class IncidentRows {

    private final JdbcClient jdbc;
    private final FindingJson json;

    IncidentRows(JdbcClient jdbc, FindingJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Opens an incident, or makes an open one as severe as the finding. Tells whether that is
    /// worth telling: an incident that is as severe already is not.
    boolean open(long domainId, long runId, String kind, Finding finding, Instant now) {
        return jdbc.sql(
                                """
                                insert into incident as known (domain_id, kind, severity, code,
                                    subject, evidence, remedies, opened_at, told_run_id)
                                values (:domain, :kind, :severity, :code, :subject,
                                    cast(:evidence as json), cast(:remedies as json), :now, :run)
                                on conflict (domain_id, code, subject) where closed_at is null
                                do update set severity = excluded.severity,
                                    evidence = excluded.evidence, remedies = excluded.remedies,
                                    told_run_id = excluded.told_run_id
                                where known.severity <> excluded.severity
                                """)
                        .param("domain", domainId)
                        .param("kind", kind)
                        .param("severity", finding.severity().name())
                        .param("code", finding.code())
                        .param("subject", finding.subject())
                        .param("evidence", json.evidence(finding))
                        .param("remedies", json.remedies(finding))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("run", runId)
                        .update()
                > 0;
    }

    /// The incident goes on, less severe than before.
    void ease(long domainId, Finding finding) {
        jdbc.sql(
                        """
                        update incident set severity = :severity
                        where domain_id = :domain and code = :code and subject = :subject
                            and closed_at is null
                        """)
                .param("domain", domainId)
                .param("severity", finding.severity().name())
                .param("code", finding.code())
                .param("subject", finding.subject())
                .update();
    }

    /// Closes an incident; tells whether there was one.
    boolean close(long domainId, long runId, String code, String subject, Instant now) {
        return jdbc.sql(
                                """
                                update incident set closed_at = :now, closed_run_id = :run
                                where domain_id = :domain and code = :code and subject = :subject
                                    and closed_at is null
                                """)
                        .param("domain", domainId)
                        .param("code", code)
                        .param("subject", subject)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("run", runId)
                        .update()
                > 0;
    }

    List<Incident> open(long domainId) {
        return jdbc.sql(
                        """
                        select * from incident where domain_id = :domain and closed_at is null
                        order by opened_at, id
                        """)
                .param("domain", domainId)
                .query(this::row)
                .list();
    }

    /// Those of several domains: open ones first, then the newest.
    List<Incident> list(Collection<Long> domainIds, int most, int skip) {
        return domainIds.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                select * from incident where domain_id in (:domains)
                                order by closed_at is not null, opened_at desc, id desc
                                limit :most offset :skip
                                """)
                        .param("domains", domainIds)
                        .param("most", most)
                        .param("skip", skip)
                        .query(this::row)
                        .list();
    }

    int count(Collection<Long> domainIds) {
        return domainIds.isEmpty()
                ? 0
                : jdbc.sql("select count(*) from incident where domain_id in (:domains)")
                        .param("domains", domainIds)
                        .query(Integer.class)
                        .single();
    }

    /// What one run opened or made worse.
    List<Incident> toldBy(long runId) {
        return jdbc.sql("select * from incident where told_run_id = :run order by id")
                .param("run", runId)
                .query(this::row)
                .list();
    }

    /// What one run closed.
    List<Incident> closedBy(long runId) {
        return jdbc.sql("select * from incident where closed_run_id = :run order by id")
                .param("run", runId)
                .query(this::row)
                .list();
    }

    private Incident row(ResultSet row, int number) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Incident(
                row.getLong("id"),
                row.getLong("domain_id"),
                row.getString("kind"),
                json.read(
                        row.getString("severity"),
                        row.getString("code"),
                        row.getString("subject"),
                        row.getString("evidence"),
                        row.getString("remedies")),
                row.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant());
    }
}
