package posthorn.engine.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Answers from a zone in memory: a case, a transcript, the demo's world. Asks for the zone at each
/// question, so that it may be exchanged.
public final class ZoneDns implements Dns {

    private static final Source SOURCE = Source.local("zone");
    private static final int MAX_ALIASES = 8;

    private final Supplier<Zone> zone;
    private final Source source;

    /// Answers from one zone that never changes.
    public ZoneDns(Zone zone) {
        this(() -> zone);
    }

    /// Answers from the zone that `zone` gives at the time of the question.
    public ZoneDns(Supplier<Zone> zone) {
        this(zone, SOURCE);
    }

    /// Answers from one zone as `source`.
    ZoneDns(Zone zone, Source source) {
        this(() -> zone, source);
    }

    private ZoneDns(Supplier<Zone> zone, Source source) {
        this.zone = zone;
        this.source = source;
    }

    @Override
    public Answer<Rdata> ask(Question question) {
        var now = zone.get();
        var aliases = new ArrayList<DnsName>();
        var name = question.name();
        while (aliases.size() <= MAX_ALIASES) {
            var node = now.node(name);
            if (node.isEmpty()) {
                return nothing(now.exists(name), aliases);
            }
            var target = alias(node.get(), question.type());
            if (target == null) {
                return answer(node.get(), question, aliases);
            }
            name = target;
            aliases.add(name);
        }
        return new Answer.Failed<>(Failure.SERVFAIL, aliases, source);
    }

    private static @org.jspecify.annotations.Nullable DnsName alias(
            Zone.Node node, RecordType type) {
        var set = node.sets.get(RecordType.CNAME);
        if (set == null || type == RecordType.CNAME || node.sets.containsKey(type)) {
            return null;
        }
        return set.records().getFirst() instanceof Rdata.Target(var name) ? name : null;
    }

    private Answer<Rdata> nothing(boolean exists, List<DnsName> aliases) {
        return exists
                ? new Answer.NoData<>(aliases, source)
                : new Answer.NxDomain<>(aliases, source);
    }

    private Answer<Rdata> answer(Zone.Node node, Question question, List<DnsName> aliases) {
        return node.mark(question)
                .map(mark -> marked(mark, aliases))
                .or(() -> node.set(question).map(set -> data(node, question, set, aliases)))
                .orElseGet(() -> new Answer.NoData<>(aliases, source));
    }

    private Answer<Rdata> marked(Zone.Mark mark, List<DnsName> aliases) {
        return switch (mark) {
            case Zone.Mark.Fails(var failure) -> new Answer.Failed<>(failure, aliases, source);
            case Zone.Mark.Empty(var ttl) -> new Answer.NoData<>(aliases, ttl, source);
            case Zone.Mark.Missing(var ttl) -> new Answer.NxDomain<>(aliases, ttl, source);
        };
    }

    private Answer<Rdata> data(
            Zone.Node node, Question question, Zone.RecordSet set, List<DnsName> aliases) {
        boolean secure = !question.signed() && node.secure.contains(question.type());
        return new Answer.Data<>(set.records(), set.ttl(), secure, aliases, source);
    }
}
