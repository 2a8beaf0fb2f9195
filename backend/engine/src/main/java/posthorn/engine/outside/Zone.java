package posthorn.engine.outside;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Names and their records, plus what a master file cannot say: answers that fail. Read from text
/// by [ZoneReader]. Immutable.
public final class Zone {

    /// A word in place of records: `!TIMEOUT`, `!NODATA` and so on.
    sealed interface Mark {
        record Fails(Failure failure) implements Mark {}

        /// For `ttl` seconds, or [Answer#UNTOLD].
        record Empty(long ttl) implements Mark {}

        record Missing(long ttl) implements Mark {}
    }

    record RecordSet(long ttl, List<Rdata> records) {
        RecordSet {
            records = List.copyOf(records);
        }
    }

    static final class Node {
        final Map<RecordType, RecordSet> sets = new EnumMap<>(RecordType.class);
        final Map<RecordType, Mark> marks = new EnumMap<>(RecordType.class);
        final Map<RecordType, Mark> signedMarks = new EnumMap<>(RecordType.class);
        final Set<RecordType> secure = new HashSet<>();
        Optional<Mark> anyMark = Optional.empty();

        /// The word in place of records; empty where these are the answer.
        Optional<Mark> mark(Question question) {
            var type = question.type();
            var own = Optional.ofNullable((question.signed() ? signedMarks : marks).get(type));
            boolean outweighs =
                    question.signed() || own.filter(Mark.Fails.class::isInstance).isPresent();
            if (sets.containsKey(type)) {
                return outweighs ? own : Optional.empty();
            }
            return own.or(() -> Optional.ofNullable(marks.get(type))).or(() -> anyMark);
        }

        /// The records of a type, where a question asks for them with the signatures over them.
        Optional<RecordSet> set(Question question) {
            var set = Optional.ofNullable(sets.get(question.type()));
            return question.signed() ? set.map(plain -> signed(plain, question.type())) : set;
        }

        private RecordSet signed(RecordSet set, RecordType type) {
            var all = sets.getOrDefault(RecordType.RRSIG, new RecordSet(set.ttl(), List.of()));
            var signatures =
                    all.records().stream()
                            .filter(record ->
                                    record instanceof Rdata.Rrsig rrsig && rrsig.covers(type));
            return new RecordSet(
                    set.ttl(), Stream.concat(set.records().stream(), signatures).toList());
        }

        boolean isMissing() {
            return sets.isEmpty()
                    && marks.isEmpty()
                    && signedMarks.isEmpty()
                    && anyMark.filter(Mark.Missing.class::isInstance).isPresent();
        }
    }

    private final Map<DnsName, Node> nodes;
    private final Set<DnsName> existing = new HashSet<>();

    private Zone(Map<DnsName, Node> nodes) {
        this.nodes = nodes;
        nodes.forEach((name, node) -> {
            if (!node.isMissing()) {
                for (var up = name; !up.isRoot(); up = up.parent()) {
                    existing.add(up);
                }
            }
        });
    }

    /// The node that answers for a name: its own, or that of the wildcard of its closest encloser
    /// (RFC 4592 §3.3).
    Optional<Node> node(DnsName name) {
        var own = nodes.get(name);
        if (own != null) {
            return Optional.of(own);
        }
        if (existing.contains(name)) {
            return Optional.empty();
        }
        var encloser = name.parent();
        while (!encloser.isRoot() && !existing.contains(encloser)) {
            encloser = encloser.parent();
        }
        return Optional.ofNullable(nodes.get(encloser.child("*")));
    }

    /// Whether there is something of its own to answer this question with.
    boolean speaksOf(Question question) {
        return node(question.name())
                .filter(node ->
                        node.sets.containsKey(question.type())
                                || node.sets.containsKey(RecordType.CNAME)
                                || node.mark(question).isPresent())
                .isPresent();
    }

    /// Whether the name or a name below it is in the zone.
    boolean exists(DnsName name) {
        return name.isRoot() || existing.contains(name);
    }

    /// The names that have records or marks of their own, in no order.
    public Set<DnsName> names() {
        return Set.copyOf(nodes.keySet());
    }

    /// A zone being put together.
    public static final class Builder {

        private final Map<DnsName, Node> nodes = new HashMap<>();

        /// Adds one record; `ttl` in seconds. The same record twice is one (RFC 2181 §5).
        public Builder add(DnsName name, RecordType type, long ttl, Rdata rdata) {
            var sets = node(name).sets;
            var before = sets.get(type);
            var records = new ArrayList<>(before == null ? List.<Rdata>of() : before.records());
            if (!records.contains(rdata)) {
                records.add(rdata);
            }
            sets.put(
                    type,
                    new RecordSet(before == null ? ttl : Math.min(ttl, before.ttl()), records));
            return this;
        }

        /// Makes every question for a type the name has no records of fail.
        public Builder fail(DnsName name, Failure failure) {
            node(name).anyMark = Optional.of(new Mark.Fails(failure));
            return this;
        }

        /// Makes questions for one type fail.
        public Builder fail(DnsName name, RecordType type, Failure failure) {
            return mark(name, type, new Mark.Fails(failure));
        }

        /// The zone.
        public Zone build() {
            return new Zone(new HashMap<>(nodes));
        }

        Builder mark(DnsName name, Mark mark) {
            node(name).anyMark = Optional.of(mark);
            return this;
        }

        Builder mark(DnsName name, RecordType type, Mark mark) {
            node(name).marks.put(type, mark);
            return this;
        }

        Builder markSigned(DnsName name, RecordType type, Mark mark) {
            node(name).signedMarks.put(type, mark);
            return this;
        }

        Builder secure(DnsName name, RecordType type) {
            node(name).secure.add(type);
            return this;
        }

        private Node node(DnsName name) {
            return nodes.computeIfAbsent(name, _ -> new Node());
        }
    }
}
