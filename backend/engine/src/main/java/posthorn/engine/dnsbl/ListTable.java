package posthorn.engine.dnsbl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.table.Block;
import posthorn.engine.table.Table;
import posthorn.engine.table.Unreadable;

/// The DNS lists we know, in service and dead. `docs/dns-lists.md` describes the text form.
public final class ListTable {

    private final Map<String, Block> blocks;
    private final List<DnsList> lists;
    private final List<DeadList> dead;
    private final List<Disabled> disabled;

    private ListTable(Map<String, Block> blocks, List<Disabled> disabled) {
        this.blocks = blocks;
        this.disabled = List.copyOf(disabled);
        this.lists =
                blocks.values().stream()
                        .filter(block -> !ListReader.isDead(block))
                        .map(ListReader::list)
                        .toList();
        this.dead =
                blocks.values().stream().filter(ListReader::isDead).map(ListReader::dead).toList();
    }

    private ListTable(ListTable table, List<Disabled> disabled) {
        this.blocks = table.blocks;
        this.lists = table.lists;
        this.dead = table.dead;
        this.disabled = List.copyOf(disabled);
    }

    /// The table that comes with the program.
    public static ListTable builtIn() {
        return BuiltIn.TABLE;
    }

    /// This table changed by another text: a block with a known id replaces the words it names, one
    /// with a new id adds a list, and `only` at the head drops all lists of this table first.
    ///
    /// @throws Unreadable if the text is no table, or asks for a dead list
    public ListTable extendedBy(String text) {
        var table = Table.read(text);
        var merged = new LinkedHashMap<>(blocks);
        for (var line : table.head()) {
            if (!line.word().equals("only")) {
                throw line.bad("unknown word \"" + line.word() + "\"");
            }
            merged.values().removeIf(block -> !ListReader.isDead(block));
        }
        table.blocks().forEach(block -> merged.merge(block.id(), block, ListTable::changed));
        var extended = new ListTable(merged, disabled);
        table.blocks().forEach(block -> extended.refuseDead(block));
        return extended;
    }

    private static Block changed(Block old, Block change) {
        var lines = new ArrayList<>(old.lines());
        lines.removeIf(line -> !change.all(line.word()).isEmpty());
        lines.addAll(change.lines());
        return new Block(old.id(), change.number(), lines);
    }

    private void refuseDead(Block block) {
        dead.stream()
                .filter(list -> list.id().equals(block.id()))
                .findFirst()
                .or(() -> block.value("zone").flatMap(zone -> deadAt(DnsName.of(zone))))
                .ifPresent(list -> {
                    throw block.bad(
                            "[%s] is closed (%s): %s"
                                    .formatted(block.id(), list.since(), list.reason()));
                });
    }

    /// The lists in service, in the order of the table.
    public List<DnsList> lists() {
        return lists;
    }

    /// The lists that may be asked.
    public List<DnsList> ready() {
        return lists.stream().filter(list -> list.readiness() == DnsList.Readiness.READY).toList();
    }

    /// This table with exactly these lists disabled.
    public ListTable disabling(List<Disabled> lists) {
        return new ListTable(this, lists);
    }

    /// What is known of this list, if it is not to be asked about this kind.
    Optional<Disabled> disabled(DnsList list, SubjectKind kind) {
        return disabled.stream()
                .filter(one -> one.list().equals(list.id()) && one.kind() == kind)
                .findFirst();
    }

    /// The lists that are closed.
    public List<DeadList> dead() {
        return dead;
    }

    /// The closed list that had this zone.
    public Optional<DeadList> deadAt(DnsName zone) {
        return dead.stream().filter(list -> list.holds(zone)).findFirst();
    }

    /// The closed list with this id or zone.
    public Optional<DeadList> closed(String name) {
        return dead.stream()
                .filter(list -> list.id().equals(name))
                .findFirst()
                .or(() -> deadAt(DnsName.of(name)));
    }

    /// `below` with the keys put in: what is asked under the public zone of a list with a key goes
    /// to the zone of the key. So no transcript, evidence or page ever holds a key. Whoever runs
    /// the check on live DNS lays this over it.
    public Dns withKeys(Dns below) {
        var keyed = new LinkedHashMap<DnsName, DnsName>();
        ready().forEach(list -> {
            if (list.access() instanceof DnsList.Access.Key(var zone)) {
                keyed.put(list.zone(), zone);
            }
        });
        return keyed.isEmpty() ? below : new KeyedDns(keyed, below);
    }

    private static final class BuiltIn {
        static final ListTable TABLE = of(Table.resource("/lists/lists.table"));

        private static ListTable of(Table table) {
            var blocks = new LinkedHashMap<String, Block>();
            table.blocks().forEach(block -> blocks.put(block.id(), block));
            return new ListTable(blocks, List.of());
        }
    }
}
