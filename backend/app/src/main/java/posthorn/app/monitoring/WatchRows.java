package posthorn.app.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The table `watch`: when each domain is due, and who is at it.
@Repository
class WatchRows {

    /// When a domain is due and whether somebody is at it.
    record Watch(@Nullable Instant dueAt, Cause cause, boolean isLeased) {}

    private final JdbcClient jdbc;

    WatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long domainId, Instant now) {
        jdbc.sql(
                        """
                        insert into watch (domain_id, due_at, cause)
                        values (:domain, :now, 'SCHEDULED') on conflict do nothing
                        """)
                .param("domain", domainId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void stop(long domainId) {
        jdbc.sql("update watch set due_at = null where domain_id = :domain")
                .param("domain", domainId)
                .update();
    }

    void resume(long domainId, Instant now) {
        jdbc.sql("update watch set due_at = :now, cause = 'SCHEDULED' where domain_id = :domain")
                .param("domain", domainId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What is checked was changed: look at once, unless the domain is paused.
    void edited(long domainId, Instant now) {
        jdbc.sql(
                        """
                        update watch set is_edited = true, cause = 'REQUESTED',
                            due_at = case when due_at is null then null else :now end
                        where domain_id = :domain
                        """)
                .param("domain", domainId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Makes a domain due now, unless the last request is less than `pause` ago.
    boolean request(long domainId, Instant now, Duration pause) {
        return jdbc.sql(
                                """
                                update watch set due_at = :now, cause = 'REQUESTED',
                                    requested_at = :now
                                where domain_id = :domain and due_at is not null
                                    and (requested_at is null or requested_at <= :latest)
                                """)
                        .param("domain", domainId)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("latest", now.minus(pause).atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /// Takes some of the domains that are due, the longest due first, and leaves those alone that
    /// another node has taken, unless its lease has run out.
    @Transactional
    public List<Claim> claim(Instant now, Duration lease, int most) {
        return jdbc.sql(
                        """
                        update watch set lease = gen_random_uuid(), leased_until = :until
                        where domain_id in (
                            select domain_id from watch
                            where due_at <= :now and (lease is null or leased_until < :now)
                            order by due_at limit :most
                            for update skip locked)
                        returning domain_id, due_at, cause, is_edited, lease
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(WatchRows::claim)
                .list();
    }

    /// Whether the lease is still ours; from here to the end of the transaction nobody can take it.
    boolean hold(Claim claim) {
        return jdbc.sql(
                        """
                        select domain_id from watch
                        where domain_id = :domain and lease = :lease for update
                        """)
                .param("domain", claim.domainId())
                .param("lease", claim.lease())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /// Gives the domain back; it is due next at `next`, unless something else was decided
    /// meanwhile.
    void release(Claim claim, Instant next, Cause cause) {
        jdbc.sql(
                        """
                        update watch set lease = null, leased_until = null,
                            due_at = case when due_at = :slot then :next else due_at end,
                            cause = case when due_at = :slot then :cause else cause end,
                            is_edited = case when due_at = :slot then false else is_edited end
                        where domain_id = :domain and lease = :lease
                        """)
                .param("domain", claim.domainId())
                .param("lease", claim.lease())
                .param("slot", claim.slot().atOffset(ZoneOffset.UTC))
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("cause", cause.name())
                .update();
    }

    /// Gives the domain back after a fault of ours; it is tried again at `next`.
    void retry(Claim claim, Instant next) {
        jdbc.sql(
                        """
                        update watch set lease = null, leased_until = null,
                            due_at = case when due_at = :slot then :next else due_at end
                        where domain_id = :domain and lease = :lease
                        """)
                .param("domain", claim.domainId())
                .param("lease", claim.lease())
                .param("slot", claim.slot().atOffset(ZoneOffset.UTC))
                .param("next", next.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Watch> find(long domainId, Instant now) {
        return Optional.ofNullable(find(List.of(domainId), now).get(domainId));
    }

    Map<Long, Watch> find(Collection<Long> domainIds, Instant now) {
        var found = new HashMap<Long, Watch>();
        if (domainIds.isEmpty()) {
            return found;
        }
        jdbc.sql(
                        """
                        select domain_id, due_at, cause, coalesce(leased_until >= :now, false) leased
                        from watch where domain_id in (:domains)
                        """)
                .param("domains", domainIds)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    found.put(
                            row.getLong("domain_id"),
                            new Watch(
                                    instant(row.getTimestamp("due_at")),
                                    Cause.valueOf(row.getString("cause")),
                                    row.getBoolean("leased")));
                });
        return found;
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getLong("domain_id"),
                row.getTimestamp("due_at").toInstant(),
                Cause.valueOf(row.getString("cause")),
                row.getBoolean("is_edited"),
                row.getObject("lease", UUID.class));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
