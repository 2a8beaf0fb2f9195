package posthorn.app.alerts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `delivery`.
@Repository
class DeliveryRows {

    /// So many tries to write a mail; then a person has to look.
    private static final int MOST_ATTEMPTS = 8;

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Something to tell a person about a run, once.
    void add(long domainId, long runId, long accountId, Instant now) {
        jdbc.sql(
                        """
                        insert into delivery (domain_id, run_id, account_id, due_at)
                        values (:domain, :run, :account, :now) on conflict do nothing
                        """)
                .param("domain", domainId)
                .param("run", runId)
                .param("account", accountId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Long> due(Instant now, int most) {
        return jdbc.sql(
                        """
                        select id from delivery
                        where sent_at is null and due_at <= :now and attempts < :attempts
                        order by due_at, id limit :most
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("attempts", MOST_ATTEMPTS)
                .param("most", most)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /// Takes a delivery that nobody has made or is making.
    Optional<Delivery> take(long id) {
        return jdbc.sql(
                        """
                        select domain_id, run_id, account_id from delivery
                        where id = :id and sent_at is null for update skip locked
                        """)
                .param("id", id)
                .query((row, _) ->
                        new Delivery(
                                id,
                                row.getLong("domain_id"),
                                row.getLong("run_id"),
                                row.getLong("account_id")))
                .optional();
    }

    void sent(long id, Instant now) {
        jdbc.sql(
                        """
                        update delivery set sent_at = :now, attempts = attempts + 1 where id = :id
                        """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void failed(long id, Instant next, String error) {
        jdbc.sql(
                        """
                        update delivery set attempts = attempts + 1, due_at = :next,
                            last_error = :error
                        where id = :id and sent_at is null
                        """)
                .param("id", id)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("error", error)
                .update();
    }
}
