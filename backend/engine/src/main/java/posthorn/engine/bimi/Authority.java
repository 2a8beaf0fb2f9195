package posthorn.engine.bimi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import posthorn.engine.table.Block;
import posthorn.engine.table.Table;

/// Somebody who issues certificates, with the names by which CAA records mean him.
///
/// @param organizations the names under which he issues
/// @param identifiers the first is the one to write in a record
record Authority(String id, String name, List<String> organizations, List<String> identifiers) {

    private static final String FILE = "/bimi/authorities.table";

    Authority {
        organizations = List.copyOf(organizations);
        identifiers = List.copyOf(identifiers);
    }

    /// The one that issues under this name, if we know it.
    static Optional<Authority> of(String organization) {
        return BuiltIn.ALL.stream()
                .filter(authority ->
                        authority.organizations().stream().anyMatch(organization::equalsIgnoreCase))
                .findFirst();
    }

    /// All of them.
    static List<Authority> all() {
        return BuiltIn.ALL;
    }

    private static Authority read(Block block) {
        block.allow(Set.of("name", "organization", "caa"));
        return new Authority(
                block.id(),
                block.need("name"),
                values(block, "organization"),
                values(block, "caa"));
    }

    private static List<String> values(Block block, String word) {
        return block.all(word).stream().map(Block.Line::value).toList();
    }

    private static final class BuiltIn {
        static final List<Authority> ALL =
                Table.resource(FILE).blocks().stream().map(Authority::read).toList();
    }
}
