package posthorn.engine.dnsbl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import posthorn.engine.fuzz.Target;
import posthorn.engine.table.Table;
import posthorn.engine.table.Unreadable;

/// Tables of lists, which operators write.
public final class ListTargets {

    private ListTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.utf8("table", ListTargets::table, PIECES),
                Target.utf8("dns-lists", ListTargets::lists, PIECES));
    }

    private static final String[] PIECES = {
        "[example]\nname Example\nzone bl.example.org\nlists ip4\ntier A\ncode 127.0.0.2 spam\n",
        "[example]\n",
        "[b]\n",
        "[spamcop]\n",
        "only\n",
        "name Example\n",
        "zone bl.example.net\n",
        "keyed-zone <key>.example.net\n",
        "key abc\n",
        "lists ip4 ip6 domain\n",
        "tier B\n",
        "on yes\n",
        "use terms\n",
        "accept yes\n",
        "terms https://example.org/\n",
        "code 127.0.0.3 x\n",
        "code? 127.0.0.4\n",
        "bit 8 y\n",
        "note-bit 16\n",
        "policy 127.0.0.9\n",
        "refusal 127.255.255.254\n",
        "listed-point ip4 127.0.0.2\n",
        "clean-point domain none\n",
        "organizational yes\n",
        "used-by Filter One, Filter Two\n",
        "cause infected 127.0.0.3 8\n",
        "cause spam\n",
        "removal form\n",
        "delist https://example.org/x\n",
        "dead 2024\n",
        "reason gone\n",
        "reason-de weg\n",
        " # "
    };

    private static void table(String text) {
        int lines = (int) text.lines().count();
        try {
            var table = Table.read(text);
            assertThat(table.blocks()).extracting(block -> block.id()).doesNotHaveDuplicates();
            assertThat(table.blocks()).allMatch(block -> block.number() <= lines);
        } catch (Unreadable e) {
            assertThat(e.line()).isBetween(1, lines);
        }
    }

    /// Mostly without our own lists, which cost more to read than the text.
    private static void lists(String text) {
        var extension = text.length() % 4 == 0 ? text : "only\n" + text;
        try {
            var table = ListTable.builtIn().extendedBy(extension);
            assertThat(table.ready()).allMatch(list -> table.lists().contains(list));
            assertThat(table.lists()).allMatch(list -> table.deadAt(list.zone()).isEmpty());
        } catch (Unreadable e) {
            assertThat(e.getMessage()).startsWith("line ");
        }
    }
}
