package posthorn.app.domains;

import java.net.InetAddress;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import posthorn.engine.check.KnownSelector;
import posthorn.engine.check.Profile;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;

/// The tables `domain`, `selector` and `sending_host`.
@Repository
class DomainRows {

    private static final String ALL =
            "select id, team_id, name, profile, added_at, paused_at from domain ";

    private final JdbcClient jdbc;

    DomainRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Domain> ofTeam(long teamId) {
        return whole(
                jdbc.sql(ALL + "where team_id = :team order by name")
                        .param("team", teamId)
                        .query(DomainRows::row)
                        .list());
    }

    Optional<Domain> find(long teamId, DnsName name) {
        return whole(
                        jdbc.sql(ALL + "where team_id = :team and name = :name")
                                .param("team", teamId)
                                .param("name", name.text())
                                .query(DomainRows::row)
                                .list())
                .stream()
                .findFirst();
    }

    List<Domain> withIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : whole(
                        jdbc.sql(ALL + "where id in (:ids) order by name")
                                .param("ids", ids)
                                .query(DomainRows::row)
                                .list());
    }

    /// Makes other transactions that add domains to this team wait until this one has ended.
    void lock(long teamId) {
        jdbc.sql("select id from team where id = :team for no key update")
                .param("team", teamId)
                .query(Long.class)
                .list();
    }

    int count(long teamId) {
        return jdbc.sql("select count(*) from domain where team_id = :team")
                .param("team", teamId)
                .query(Integer.class)
                .single();
    }

    long insert(long teamId, DnsName name, Profile profile, Instant now) {
        return jdbc.sql(
                        """
                        insert into domain (team_id, name, profile, added_at)
                        values (:team, :name, :profile, :now)
                        returning id
                        """)
                .param("team", teamId)
                .param("name", name.text())
                .param("profile", profile.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void update(long id, Profile profile) {
        jdbc.sql("update domain set profile = :profile where id = :id")
                .param("id", id)
                .param("profile", profile.name())
                .update();
    }

    void pause(long id, Instant now) {
        jdbc.sql("update domain set paused_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void resume(long id) {
        jdbc.sql("update domain set paused_at = null where id = :id").param("id", id).update();
    }

    void delete(long id) {
        jdbc.sql("delete from domain where id = :id").param("id", id).update();
    }

    /// Makes these the declared selectors; those known otherwise stay.
    void declare(long id, List<String> selectors) {
        jdbc.sql("delete from selector where domain_id = :id and origin = 'DECLARED'")
                .param("id", id)
                .update();
        jdbc.sql(
                        """
                        insert into selector (domain_id, name, origin)
                        select :id, name, 'DECLARED' from unnest(:names) name
                        on conflict (domain_id, name) do update set origin = 'DECLARED'
                        """)
                .param("id", id)
                .param("names", selectors.toArray(String[]::new))
                .update();
    }

    void setHosts(long id, List<InetAddress> hosts) {
        jdbc.sql("delete from sending_host where domain_id = :id").param("id", id).update();
        jdbc.sql(
                        """
                        insert into sending_host (domain_id, address)
                        select :id, address from unnest(:addresses) address
                        """)
                .param("id", id)
                .param("addresses", hosts.stream().map(IpText::of).toArray(String[]::new))
                .update();
    }

    private List<Domain> whole(List<Domain> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        var ids = bare.stream().map(Domain::id).toList();
        var selectors = selectors(ids);
        var hosts = hosts(ids);
        return bare.stream()
                .map(domain ->
                        new Domain(
                                domain.id(),
                                domain.teamId(),
                                domain.name(),
                                domain.profile(),
                                selectors.getOrDefault(domain.id(), List.of()),
                                hosts.getOrDefault(domain.id(), List.of()),
                                domain.addedAt(),
                                domain.pausedAt()))
                .toList();
    }

    private Map<Long, List<KnownSelector>> selectors(List<Long> ids) {
        var found = new HashMap<Long, List<KnownSelector>>();
        jdbc.sql(
                        """
                        select domain_id, name, origin from selector
                        where domain_id in (:ids) order by name
                        """)
                .param("ids", ids)
                .query(row -> {
                    var origin = KnownSelector.Origin.valueOf(row.getString("origin"));
                    found.computeIfAbsent(row.getLong("domain_id"), _ -> new ArrayList<>())
                            .add(new KnownSelector(row.getString("name"), origin));
                });
        return found;
    }

    private Map<Long, List<InetAddress>> hosts(List<Long> ids) {
        var found = new HashMap<Long, List<InetAddress>>();
        jdbc.sql(
                        """
                        select domain_id, address from sending_host
                        where domain_id in (:ids) order by id
                        """)
                .param("ids", ids)
                .query(row -> {
                    var address = IpText.parse(row.getString("address")).orElseThrow();
                    found.computeIfAbsent(row.getLong("domain_id"), _ -> new ArrayList<>())
                            .add(address);
                });
        return found;
    }

    private static Domain row(ResultSet row, int number) throws SQLException {
        Timestamp paused = row.getTimestamp("paused_at");
        return new Domain(
                row.getLong("id"),
                row.getLong("team_id"),
                DnsName.of(row.getString("name")),
                Profile.valueOf(row.getString("profile")),
                List.of(),
                List.of(),
                row.getTimestamp("added_at").toInstant(),
                paused == null ? null : paused.toInstant());
    }
}
