package posthorn.app.lists;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import posthorn.engine.dnsbl.SubjectKind;

/// The table `dns_list_change`.
@Repository
class ListChangeRows {

    private final JdbcClient jdbc;

    ListChangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ListChange change) {
        jdbc.sql(
                        """
                        insert into dns_list_change
                            (list, kind, resolver, before_state, after_state, is_disabled, at)
                        values (:list, :kind, :resolver, :before, :after, :disabled, :at)
                        """)
                .param("list", change.key().list())
                .param("kind", change.key().kind().name())
                .param("resolver", change.key().resolver())
                .param("before", change.before().name())
                .param("after", change.after().name())
                .param("disabled", change.isDisabled())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The last ones, newest first.
    List<ListChange> last(int most) {
        return jdbc.sql("select * from dns_list_change order by at desc, id desc limit :most")
                .param("most", most)
                .query((row, _) ->
                        new ListChange(
                                new ListKey(
                                        row.getString("list"),
                                        SubjectKind.valueOf(row.getString("kind")),
                                        row.getInt("resolver")),
                                ListState.valueOf(row.getString("before_state")),
                                ListState.valueOf(row.getString("after_state")),
                                row.getBoolean("is_disabled"),
                                row.getTimestamp("at").toInstant()))
                .list();
    }

    void removeBefore(Instant end) {
        jdbc.sql("delete from dns_list_change where at < :end")
                .param("end", end.atOffset(ZoneOffset.UTC))
                .update();
    }
}
