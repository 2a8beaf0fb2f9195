package posthorn.engine.mask;

import java.util.List;
import java.util.Optional;

/// The masks we know.
public final class Masks {

    /// The id of the mask for a host we do not know.
    public static final String GENERIC = "generic";

    /// The id of the mask of zone files.
    public static final String ZONE_FILE = "zone-file";

    private final List<Mask> all;

    Masks(List<Mask> all) {
        this.all = List.copyOf(all);
    }

    /// The table that comes with the program.
    public static Masks builtIn() {
        return BuiltIn.MASKS;
    }

    /// All of them, in the order of the table.
    public List<Mask> all() {
        return all;
    }

    /// The mask with this id, which is mostly that of a provider.
    public Optional<Mask> find(String id) {
        return all.stream().filter(mask -> mask.id().equals(id)).findFirst();
    }

    /// The mask for a host we do not know.
    public Mask generic() {
        return find(GENERIC).orElseThrow();
    }

    private static final class BuiltIn {
        static final Masks MASKS = MaskTable.read("/providers/masks.table");
    }
}
