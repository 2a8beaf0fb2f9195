package posthorn.engine.dnsbl;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.table.Block;

/// Reads one block of a table of lists.
final class ListReader {

    private static final Set<String> WORDS =
            Set.of(
                    "name",
                    "zone",
                    "keyed-zone",
                    "lists",
                    "tier",
                    "on",
                    "use",
                    "accept",
                    "key",
                    "terms",
                    "code",
                    "policy",
                    "note",
                    "bit",
                    "note-bit",
                    "refusal",
                    "listed-point",
                    "clean-point",
                    "organizational",
                    "used-by",
                    "cause",
                    "removal",
                    "delist");
    private static final Set<String> DEAD_WORDS = Set.of("dead", "zone", "reason", "reason-de");

    private final Block block;

    private ListReader(Block block) {
        this.block = block;
    }

    static boolean isDead(Block block) {
        return !block.all("dead").isEmpty();
    }

    static DeadList dead(Block block) {
        block.allow(DEAD_WORDS);
        return new DeadList(
                block.id(),
                block.all("zone").stream().map(Block.Line::value).toList(),
                block.need("dead"),
                block.need("reason"),
                block.value("reason-de").orElseGet(() -> block.need("reason")));
    }

    static DnsList list(Block block) {
        block.allow(WORDS);
        return new ListReader(block).list();
    }

    private DnsList list() {
        return new DnsList(
                block.id(),
                block.need("name"),
                zone(block.need("zone")),
                kinds(),
                oneOf(Tier.class, block.need("tier")),
                yes("on"),
                access(),
                link("terms"),
                codes(),
                block.all("refusal").stream()
                        .map(line -> address(line, line.value()))
                        .collect(Collectors.toSet()),
                new DnsList.Points(points("listed-point"), points("clean-point")),
                yes("organizational"),
                usedBy(),
                block.value("removal").orElse("none"),
                link("delist"));
    }

    private DnsName zone(String text) {
        var zone = DnsName.of(text);
        if (!zone.isWellFormed() || zone.labels().size() < 2) {
            throw block.bad("no zone: " + text);
        }
        return zone;
    }

    private Set<SubjectKind> kinds() {
        var kinds = EnumSet.noneOf(SubjectKind.class);
        for (var word : block.need("lists").split("\\s+", -1)) {
            kinds.add(oneOf(SubjectKind.class, word));
        }
        return kinds;
    }

    private boolean yes(String word) {
        var value = block.value(word).orElse("no");
        if (!value.equals("yes") && !value.equals("no")) {
            throw block.bad("\"" + word + "\" is yes or no, not " + value);
        }
        return value.equals("yes");
    }

    private DnsList.Access access() {
        var key = block.value("key");
        boolean accepted = yes("accept");
        if (key.isPresent()) {
            return new DnsList.Access.Key(keyed(key.get()));
        }
        return switch (block.value("use").orElse("free")) {
            case "free" -> new DnsList.Access.Free();
            case "terms" -> new DnsList.Access.Terms(accepted);
            case "key" -> new DnsList.Access.KeyMissing();
            default -> throw block.bad("\"use\" is free, terms or key");
        };
    }

    private DnsName keyed(String key) {
        if (!key.matches("[A-Za-z0-9-]{1,63}")) {
            throw block.bad("a key is one label of letters and digits");
        }
        return zone(block.need("keyed-zone").replace("<key>", key));
    }

    /// A link to show, nothing else: it must be https, so that a table cannot smuggle in a script.
    private String link(String word) {
        var link = block.value(word).orElse("");
        if (!link.isEmpty() && !link.matches("https://[A-Za-z0-9./?=&%_~#-]+")) {
            throw block.bad("\"" + word + "\" is an https address");
        }
        return link;
    }

    /// Names of programs and services, parted by commas.
    private List<String> usedBy() {
        return block.value("used-by").stream()
                .flatMap(text -> Arrays.stream(text.split("\\s*,\\s*", -1)))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private List<ListCode> codes() {
        var causes = causes();
        var codes = block.lines().stream().flatMap(line -> code(line, causes).stream()).toList();
        if (codes.isEmpty()) {
            throw block.bad("[" + block.id() + "] has no codes");
        }
        return codes;
    }

    /// By the text of a code; by nothing for all others.
    private Map<String, Cause> causes() {
        var causes = new HashMap<String, Cause>();
        for (var line : block.all("cause")) {
            var words = line.value().split("\\s+", -1);
            var cause = oneOf(Cause.class, words[0].replace('-', '_'));
            Arrays.stream(words).skip(1).forEach(code -> causes.put(code, cause));
            if (words.length == 1) {
                causes.put("", cause);
            }
        }
        return causes;
    }

    private static Optional<ListCode> code(Block.Line line, Map<String, Cause> causes) {
        return meaning(line)
                .map(meaning -> {
                    var parts = line.value().split("\\s+", 2);
                    var match =
                            line.word().endsWith("bit")
                                    ? bit(line, parts[0])
                                    : new ListCode.Match.Exact(address(line, parts[0]));
                    var usual = causes.getOrDefault("", Cause.UNTOLD);
                    var label = parts.length > 1 ? parts[1] : "";
                    return new ListCode(
                            match, meaning, label, causes.getOrDefault(parts[0], usual));
                })
                .map(code -> sane(line, code));
    }

    private static ListCode sane(Block.Line line, ListCode code) {
        if (code.isHarmless() && code.meaning() != ListCode.Meaning.NOTE) {
            throw line.bad("127.0.0.1 and 127.255.255.x are no listings: " + line.value());
        }
        return code;
    }

    private static Optional<ListCode.Meaning> meaning(Block.Line line) {
        var meaning =
                switch (line.word()) {
                    case "code", "bit" -> Optional.of(ListCode.Meaning.LISTED);
                    case "policy" -> Optional.of(ListCode.Meaning.POLICY);
                    case "note", "note-bit" -> Optional.of(ListCode.Meaning.NOTE);
                    default -> Optional.<ListCode.Meaning>empty();
                };
        return line.sure() ? meaning : meaning.map(_ -> ListCode.Meaning.NOTE);
    }

    private static ListCode.Match bit(Block.Line line, String text) {
        if (!text.matches("1|2|4|8|16|32|64|128")) {
            throw line.bad("no bit: " + text);
        }
        return new ListCode.Match.Bit(Integer.parseInt(text));
    }

    private static InetAddress address(Block.Line line, String text) {
        return IpText.four(text)
                .filter(address -> address.getAddress()[0] == 127)
                .orElseThrow(() -> line.bad("no return code: " + text));
    }

    private Map<SubjectKind, Optional<TestPoint>> points(String word) {
        var points = new EnumMap<SubjectKind, Optional<TestPoint>>(SubjectKind.class);
        for (var line : block.all(word)) {
            var parts = line.value().split("\\s+", 2);
            if (parts.length < 2) {
                throw line.bad("a test point is a kind and an address, a name, or none");
            }
            points.put(oneOf(SubjectKind.class, parts[0]), TestPoint.of(parts[1]));
        }
        return points;
    }

    private <E extends Enum<E>> E oneOf(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> block.bad("\"" + word + "\" is no " + type.getSimpleName()));
    }
}
