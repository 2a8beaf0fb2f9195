package posthorn.app.monitoring;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `suspicion`.
@Repository
class SuspicionRows {

    private final JdbcClient jdbc;

    SuspicionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of a domain, by check.
    Map<String, Suspicion> of(long domainId) {
        var found = new HashMap<String, Suspicion>();
        jdbc.sql("select kind, mark, since, tries from suspicion where domain_id = :domain")
                .param("domain", domainId)
                .query(row -> {
                    found.put(
                            row.getString("kind"),
                            new Suspicion(
                                    row.getString("mark"),
                                    row.getTimestamp("since").toInstant(),
                                    row.getInt("tries")));
                });
        return found;
    }

    List<String> kinds(long domainId) {
        return jdbc.sql("select kind from suspicion where domain_id = :domain order by kind")
                .param("domain", domainId)
                .query((row, _) -> row.getString("kind"))
                .list();
    }

    void keep(long domainId, String kind, Suspicion suspicion) {
        jdbc.sql(
                        """
                        insert into suspicion values (:domain, :kind, :mark, :since, :tries)
                        on conflict (domain_id, kind) do update set
                            mark = excluded.mark, since = excluded.since, tries = excluded.tries
                        """)
                .param("domain", domainId)
                .param("kind", kind)
                .param("mark", suspicion.mark())
                .param("since", suspicion.since().atOffset(ZoneOffset.UTC))
                .param("tries", suspicion.tries())
                .update();
    }

    void drop(long domainId, String kind) {
        jdbc.sql("delete from suspicion where domain_id = :domain and kind = :kind")
                .param("domain", domainId)
                .param("kind", kind)
                .update();
    }
}
