package posthorn.engine.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import posthorn.engine.table.Block;
import posthorn.engine.table.Table;

/// Reads the table of providers; the head of the file explains its words.
final class ProviderTable {

    private static final Set<String> WORDS =
            Set.of(
                    "name",
                    "kind",
                    "mx",
                    "mx-set",
                    "spf",
                    "spf-old",
                    "dkim",
                    "dkim-own",
                    "dkim-host",
                    "autodiscover",
                    "txt",
                    "trait",
                    "ns");

    private ProviderTable() {}

    static Providers read(String path) {
        return new Providers(
                Table.resource(path).blocks().stream().map(ProviderTable::provider).toList());
    }

    static Provider provider(Block block) {
        block.allow(WORDS);
        return new Provider(
                block.id(),
                block.need("name"),
                Provider.Kind.valueOf(block.need("kind").toUpperCase(Locale.ROOT)),
                patterns(block.all("mx")),
                block.all("mx-set").stream().map(ProviderTable::mxSet).toList(),
                block.lines().stream()
                        .filter(line -> line.word().startsWith("spf"))
                        .map(line ->
                                new SpfTerm(line.value(), line.sure(), line.word().equals("spf")))
                        .toList(),
                block.all("dkim").stream().map(ProviderTable::selector).toList(),
                patterns(block.all("ns")),
                new Provider.Marks(
                        patterns(block.all("dkim-own")),
                        patterns(block.all("dkim-host")),
                        patterns(block.all("autodiscover")),
                        patterns(block.all("txt"))),
                block.all("trait").stream().map(ProviderTable::trait).collect(Collectors.toSet()));
    }

    private static List<NamePattern> patterns(List<Block.Line> lines) {
        return lines.stream()
                .flatMap(line ->
                        Arrays.stream(line.value().split("\\s+"))
                                .map(text -> new NamePattern(text, line.sure())))
                .toList();
    }

    private static Provider.Trait trait(Block.Line line) {
        return Provider.Trait.valueOf(line.value().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static MxSet mxSet(Block.Line line) {
        var hosts =
                Arrays.stream(line.value().split("\\s*,\\s*"))
                        .map(text -> host(line, text))
                        .toList();
        return new MxSet(hosts, line.sure());
    }

    private static MxSet.Host host(Block.Line line, String text) {
        var words = text.split("\\s+", -1);
        boolean optional = words.length == 3 && words[2].equals("optional");
        if ((words.length != 2 && !optional) || !words[0].matches("[0-9]{1,5}")) {
            throw line.bad("no MX: " + text);
        }
        return new MxSet.Host(Integer.parseInt(words[0]), new Template(words[1]), !optional);
    }

    private static ProviderSelector selector(Block.Line line) {
        var parts = line.value().split("\\s+->\\s+", 2);
        return parts.length == 1
                ? new ProviderSelector.Key(parts[0], line.sure())
                : new ProviderSelector.Alias(parts[0], new Template(parts[1]), line.sure());
    }
}
