package posthorn.app.lists;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import posthorn.app.lists.Standing.Seen;
import posthorn.engine.dnsbl.DnsList;
import posthorn.engine.dnsbl.ListHealth;
import posthorn.engine.dnsbl.ListTable;
import posthorn.engine.dnsbl.Trouble;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Outside;

/// Tests the lists that may be asked, each in its time and by each resolver.
@Component
class ListTests {

    private final ListTable table;
    private final Outside outside;
    private final ListStateRows states;
    private final ListLedger ledger;
    private final Clock clock;

    ListTests(
            ListTable table,
            Outside outside,
            ListStateRows states,
            ListLedger ledger,
            Clock clock) {
        this.table = table;
        this.outside = outside;
        this.states = states;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Tests what is due; what is not to be asked any more is forgotten.
    void run() {
        var known = states.all();
        var resolvers = new ArrayList<Dns>();
        resolvers.add(outside.dns());
        resolvers.addAll(outside.others());
        var seen = new HashMap<ListKey, Seen>();
        for (int i = 0; i < resolvers.size(); i++) {
            seen.putAll(tested(i + 1, resolvers.get(i), known));
        }
        ledger.write(known, seen, wanted(resolvers.size()));
    }

    private Map<ListKey, Seen> tested(int resolver, Dns dns, Map<ListKey, Standing> known) {
        var now = clock.instant();
        var due = table.ready().stream().filter(list -> isDue(list, resolver, known, now)).toList();
        var seen = new HashMap<ListKey, Seen>();
        for (var health : ListHealth.all(due, outside.with(dns))) {
            var key = new ListKey(health.list().id(), health.kind(), resolver);
            seen(health).ifPresent(what -> seen.put(key, what));
        }
        return seen;
    }

    private static boolean isDue(
            DnsList list, int resolver, Map<ListKey, Standing> known, Instant now) {
        return keys(list, resolver)
                .map(key -> Optional.ofNullable(known.get(key)))
                .anyMatch(standing -> standing.isEmpty() || standing.get().isDue(now));
    }

    private static Stream<ListKey> keys(DnsList list, int resolver) {
        return list.lists().stream().map(kind -> new ListKey(list.id(), kind, resolver));
    }

    private List<ListKey> wanted(int resolvers) {
        return IntStream.rangeClosed(1, resolvers)
                .boxed()
                .flatMap(i -> table.ready().stream().flatMap(list -> keys(list, i)))
                .toList();
    }

    /// What was not asked because of our own limit is no test.
    private static Optional<Seen> seen(ListHealth health) {
        return switch (health) {
            case ListHealth.Healthy _ -> Optional.of(new Seen(ListState.HEALTHY, "", ""));
            case ListHealth.Off _ -> Optional.empty();
            case ListHealth.Unusable(_, _, var trouble, var point, var answer) ->
                    Optional.of(new Seen(ListState.of(trouble), point, String.join(" ", answer)))
                            .filter(_ -> trouble != Trouble.ASKED_TOO_OFTEN);
        };
    }
}
