package posthorn.app.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import posthorn.app.lists.Standing.Seen;

/// Writes down what tests of lists gave, and tells the operator when a list is disabled or comes
/// back.
@Component
class ListLedger {

    private static final Logger LOG = LoggerFactory.getLogger(ListLedger.class);
    private static final Duration MEMORY = Duration.ofDays(365);

    private final ListStateRows states;
    private final ListChangeRows changes;
    private final Clock clock;

    ListLedger(ListStateRows states, ListChangeRows changes, Clock clock) {
        this.states = states;
        this.changes = changes;
        this.clock = clock;
    }

    /// Keeps what was seen, beside what was `known`; of all but the wanted nothing is kept.
    @Transactional
    public void write(Map<ListKey, Standing> known, Map<ListKey, Seen> seen, List<ListKey> wanted) {
        var now = clock.instant();
        seen.forEach((key, what) -> keep(key, what, Optional.ofNullable(known.get(key)), now));
        states.remove(known.keySet().stream().filter(key -> !wanted.contains(key)).toList());
        changes.removeBefore(now.minus(MEMORY));
    }

    private void keep(ListKey key, Seen seen, Optional<Standing> known, Instant now) {
        var next =
                known.map(before -> before.after(seen, now))
                        .orElseGet(() -> Standing.first(seen, now));
        states.keep(key, next);
        known.ifPresent(before -> note(key, before, next, now));
    }

    private void note(ListKey key, Standing before, Standing next, Instant now) {
        boolean isTurned = before.isOff() != next.isOff();
        if (isTurned || before.seen().state() != next.seen().state()) {
            var was = before.seen().state();
            changes.add(new ListChange(key, was, next.seen().state(), next.isOff(), now));
        }
        if (isTurned && key.resolver() == 1) {
            LOG.warn(
                    "event={} list={} kind={} state={}",
                    next.isOff() ? "list-disabled" : "list-enabled",
                    key.list(),
                    key.kind(),
                    next.seen().state());
        }
    }
}
