package posthorn.engine.mask;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import posthorn.engine.outside.RecordType;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.Providers;
import posthorn.engine.table.Block;
import posthorn.engine.table.Table;

/// Reads masks: `masks.table` tells the form.
final class MaskTable {

    private static final Set<String> WORDS =
            Set.of(
                    "name", "menu", "menu-de", "names", "apex", "targets", "text", "pieces", "mx",
                    "caa", "tlsa", "ttl", "lacks", "quirk");

    private MaskTable() {}

    static Masks read(String path) {
        return new Masks(Table.resource(path).blocks().stream().map(MaskTable::mask).toList());
    }

    static Mask mask(Block block) {
        block.allow(WORDS);
        return new Mask(
                block.id(),
                name(block),
                block.value("menu").orElse(""),
                block.value("menu-de").orElse(""),
                setting(block, "names", word(Mask.Names.class)),
                setting(block, "apex", MaskTable::apex),
                setting(block, "targets", word(Mask.Targets.class)),
                setting(block, "text", word(Mask.Text.class)),
                setting(block, "pieces", word(Mask.Pieces.class)),
                setting(block, "mx", MaskTable::parts),
                setting(block, "caa", MaskTable::parts),
                setting(block, "tlsa", MaskTable::parts),
                setting(block, "ttl", text -> text),
                line(block, "lacks")
                        .map(line -> new Setting<>(types(line.value()), line.sure()))
                        .orElseGet(() -> new Setting<>(Set.of(), true)),
                block.all("quirk").stream()
                        .map(line -> new Setting<>(Quirk.of(line.value()), line.sure()))
                        .toList());
    }

    private static String name(Block block) {
        return block.value("name")
                .or(() -> Providers.builtIn().find(block.id()).map(Provider::name))
                .orElseThrow(
                        () -> block.bad("[" + block.id() + "] is no provider and has no name"));
    }

    private static <T> Setting<T> setting(Block block, String word, Function<String, T> reader) {
        var line = line(block, word).orElseThrow(() -> block.bad("no \"" + word + "\""));
        try {
            return new Setting<>(reader.apply(line.value()), line.sure());
        } catch (IllegalArgumentException _) {
            throw line.bad("no " + word + ": " + line.value());
        }
    }

    private static Optional<Block.Line> line(Block block, String word) {
        return block.all(word).stream().findFirst();
    }

    private static <T extends Enum<T>> Function<String, T> word(Class<T> type) {
        return text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    private static Mask.Apex apex(String text) {
        return text.equals("@") ? Mask.Apex.AT : word(Mask.Apex.class).apply(text);
    }

    private static Mask.Parts parts(String text) {
        return text.equals("field") ? Mask.Parts.FIELDS : word(Mask.Parts.class).apply(text);
    }

    private static Set<RecordType> types(String text) {
        return Arrays.stream(text.split(" +", -1))
                .map(RecordType::valueOf)
                .collect(Collectors.toSet());
    }
}
