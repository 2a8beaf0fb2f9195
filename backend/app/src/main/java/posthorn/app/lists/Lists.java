package posthorn.app.lists;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import posthorn.engine.dnsbl.Disabled;
import posthorn.engine.dnsbl.ListTable;

/// The DNS lists and how they are.
@Component
public class Lists {

    private final ListStateRows states;
    private final ListChangeRows changes;
    private volatile Now now;

    /// A table and what is disabled in it: reading a table anew costs more than a look.
    private record Now(ListTable table, List<Disabled> disabled) {}

    Lists(ListTable table, ListStateRows states, ListChangeRows changes) {
        this.states = states;
        this.changes = changes;
        this.now = new Now(table, List.of());
    }

    /// The lists as they are to be asked at this moment.
    public ListTable table() {
        var disabled = states.disabled();
        var last = now;
        if (!last.disabled().equals(disabled)) {
            last = new Now(last.table().disabling(disabled), disabled);
            now = last;
        }
        return last.table();
    }

    /// How those are that have been tested.
    Map<ListKey, Standing> standings() {
        return states.all();
    }

    /// What became different last, newest first.
    List<ListChange> changes(int most) {
        return changes.last(most);
    }
}
