package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import posthorn.engine.DomainChecks;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.World;
import posthorn.engine.table.Block;
import posthorn.engine.table.Table;

/// The report about each domain of the demo world says what `ops/demo/domains.table` promises.
class DemoWorldTest {

    private static final Path DEMO = Path.of("../../ops/demo");
    private static final Set<String> KINDS =
            DomainChecks.all().stream()
                    .map(check -> check.kind())
                    .collect(java.util.stream.Collectors.toSet());
    private static final Set<String> OPTIONS = Set.of("profile", "selector", "host");

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<Block> domains() {
        return Table.read(text(DEMO.resolve("domains.table"))).blocks();
    }

    private static Stream<Path> zones() throws IOException {
        try (var files = Files.list(DEMO)) {
            return files.filter(file -> file.toString().endsWith(".zone")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("domains")
    void saysWhatTheTablePromises(Block domain) {
        domain.allow(
                Stream.of(KINDS, OPTIONS)
                        .flatMap(Set::stream)
                        .collect(java.util.stream.Collectors.toSet()));
        var shell = new Shell();

        shell.run(arguments(domain));

        assertThat(shell.err()).isEmpty();
        var said = said(shell.out());
        for (var kind : said.keySet()) {
            var words = domain.need(kind).split("\\s+");
            assertThat(said.get(kind).getFirst()).as("%s %s", kind, said).isEqualTo(words[0]);
            assertThat(said.get(kind)).as("%s of %s", kind, domain.id()).contains(words);
        }
        assertThat(Schema.faults(shell.out())).isEmpty();
    }

    private static String[] arguments(Block domain) {
        var args = new ArrayList<>(List.of("check", domain.id(), "--json", "--zone"));
        args.add(DEMO.toString());
        args.addAll(List.of("--lists", DEMO.resolve("lists.table").toString()));
        for (var line : domain.lines()) {
            if (OPTIONS.contains(line.word())) {
                args.addAll(List.of("--" + line.word(), line.value()));
            }
        }
        return args.toArray(String[]::new);
    }

    /// For each check its verdict and behind it the codes of its findings.
    private static Map<String, List<String>> said(String json) {
        var said = new LinkedHashMap<String, List<String>>();
        var domain = map(list(map(Json.read(json)).get("domains")).getFirst());
        for (var check : list(domain.get("checks"))) {
            var words = new ArrayList<>(List.of(String.valueOf(map(check).get("verdict"))));
            for (var finding : list(map(check).get("findings"))) {
                words.add(String.valueOf(map(finding).get("code")));
            }
            said.put(String.valueOf(map(check).get("kind")), words);
        }
        return said;
    }

    private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static List<?> list(@org.jspecify.annotations.Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }

    @Test
    void everyZoneSaysFirstWhatItIs() throws IOException {
        assertThat(zones()).allSatisfy(file -> assertThat(text(file)).startsWith("; "));
    }

    @Test
    void everyDomainHasAZoneAndTheOtherWayRound() throws IOException {
        var files =
                zones().map(file -> file.getFileName().toString().replace(".zone", "")).toList();

        assertThat(domains()).extracting(Block::id).hasSizeGreaterThan(30);
        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        domains().stream().map(Block::id),
                                        Stream.of("provider", "lists"))
                                .toList());
    }

    @Test
    void namesAreReservedOnesOrThoseOfTheArticles() throws IOException {
        var names = World.read(zones().map(DemoWorldTest::text).toList()).zone().names();

        assertThat(names).allMatch(DemoWorldTest::isOurs);
    }

    private static boolean isOurs(DnsName name) {
        return Stream.of(
                        "example",
                        "test",
                        "example.org",
                        "in-addr.arpa",
                        "ip6.arpa",
                        "ladegast.net",
                        "sascha-brockel.de",
                        "_spf.mx.cloudflare.net",
                        "mx.ovh.com",
                        "ssl0.ovh.net")
                .map(DnsName::of)
                .anyMatch(name::isWithin);
    }
}
