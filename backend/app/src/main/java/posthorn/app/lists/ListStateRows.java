package posthorn.app.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import posthorn.app.lists.Standing.Seen;
import posthorn.app.lists.Standing.Streak;
import posthorn.app.lists.Standing.Use;
import posthorn.engine.dnsbl.Disabled;
import posthorn.engine.dnsbl.SubjectKind;
import posthorn.engine.dnsbl.Trouble;

/// The table `dns_list_state`.
@Repository
class ListStateRows {

    private final JdbcClient jdbc;

    ListStateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ListKey, Standing> all() {
        var all = new HashMap<ListKey, Standing>();
        jdbc.sql("select * from dns_list_state")
                .query(row -> {
                    all.put(key(row), standing(row));
                });
        return all;
    }

    /// The lists that are not to be asked, in an order of their own.
    List<Disabled> disabled() {
        return jdbc.sql(
                        """
                        select list, kind, disabled_for, disabled_since from dns_list_state
                        where resolver = 1 and disabled_since is not null order by list, kind
                        """)
                .query((row, _) ->
                        new Disabled(
                                row.getString("list"),
                                SubjectKind.valueOf(row.getString("kind")),
                                Trouble.valueOf(row.getString("disabled_for")),
                                row.getTimestamp("disabled_since").toInstant()))
                .list();
    }

    void keep(ListKey key, Standing standing) {
        var statement =
                jdbc.sql(
                                """
                                insert into dns_list_state
                                    (list, kind, resolver, state, point, answer, since,
                                     streak_begun_at, streak_tests, tested_at,
                                     disabled_for, disabled_since)
                                values (:list, :kind, :resolver, :state, :point, :answer, :since,
                                    :begun, :tests, :tested, :for, :disabled)
                                on conflict (list, kind, resolver) do update set
                                    state = excluded.state, point = excluded.point,
                                    answer = excluded.answer, since = excluded.since,
                                    streak_begun_at = excluded.streak_begun_at,
                                    streak_tests = excluded.streak_tests,
                                    tested_at = excluded.tested_at,
                                    disabled_for = excluded.disabled_for,
                                    disabled_since = excluded.disabled_since
                                """)
                        .param("list", key.list())
                        .param("kind", key.kind().name())
                        .param("resolver", key.resolver())
                        .param("state", standing.seen().state().name())
                        .param("point", standing.seen().point())
                        .param("answer", standing.seen().answer())
                        .param("since", standing.since().atOffset(ZoneOffset.UTC))
                        .param("begun", standing.streak().begunAt().atOffset(ZoneOffset.UTC))
                        .param("tests", standing.streak().tests())
                        .param("tested", standing.streak().testedAt().atOffset(ZoneOffset.UTC));
        switch (standing.use()) {
            case Use.Asked() ->
                    statement
                            .param("for", "")
                            .param("disabled", null, Types.TIMESTAMP_WITH_TIMEZONE);
            case Use.Off(var trouble, var since) ->
                    statement
                            .param("for", trouble.name())
                            .param("disabled", since.atOffset(ZoneOffset.UTC));
        }
        statement.update();
    }

    void remove(Collection<ListKey> keys) {
        keys.forEach(key ->
                jdbc.sql(
                                """
                                delete from dns_list_state
                                where list = :list and kind = :kind and resolver = :resolver
                                """)
                        .param("list", key.list())
                        .param("kind", key.kind().name())
                        .param("resolver", key.resolver())
                        .update());
    }

    private static ListKey key(ResultSet row) throws SQLException {
        return new ListKey(
                row.getString("list"),
                SubjectKind.valueOf(row.getString("kind")),
                row.getInt("resolver"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var state = ListState.valueOf(row.getString("state"));
        var streak =
                new Streak(
                        state.isGreen(),
                        instant(row, "streak_begun_at"),
                        row.getInt("streak_tests"),
                        instant(row, "tested_at"));
        return new Standing(
                new Seen(state, row.getString("point"), row.getString("answer")),
                instant(row, "since"),
                streak,
                use(row));
    }

    private static Use use(ResultSet row) throws SQLException {
        var trouble = row.getString("disabled_for");
        return trouble.isEmpty()
                ? new Use.Asked()
                : new Use.Off(Trouble.valueOf(trouble), instant(row, "disabled_since"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
