package posthorn.engine.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.Zone;
import posthorn.engine.outside.ZoneDns;

/// The published conformance suite, whole.
class Rfc7208SuiteTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @TestFactory
    Stream<DynamicContainer> suite() throws IOException {
        return documents().stream()
                .map(document ->
                        DynamicContainer.dynamicContainer(
                                text(document, "description"), cases(document)));
    }

    @Test
    void theSuiteIsComplete() throws IOException {
        assertThat(documents()).hasSize(16);
        assertThat(documents().stream().mapToInt(d -> map(d, "tests").size()).sum()).isEqualTo(203);
    }

    private static Stream<DynamicTest> cases(Map<?, ?> document) {
        var zone = zone(map(document, "zonedata"));
        return map(document, "tests").entrySet().stream()
                .map(e ->
                        DynamicTest.dynamicTest(
                                String.valueOf(e.getKey()),
                                () -> holds(zone, (Map<?, ?>) e.getValue())));
    }

    private static void holds(Zone zone, Map<?, ?> suiteCase) {
        var query =
                new SpfQuery(
                        IpText.parse(text(suiteCase, "host")).orElseThrow(),
                        text(suiteCase, "helo"),
                        text(suiteCase, "mailfrom"),
                        "receiver.example");

        var result = new SpfEvaluator(new ZoneDns(zone), CLOCK).evaluate(query);

        assertThat(expected(suiteCase)).contains(result.result().name().toLowerCase(Locale.ROOT));
        if (suiteCase.containsKey("explanation")) {
            var explanation = text(suiteCase, "explanation");
            assertThat(result.explanation())
                    .isEqualTo(explanation.equals("DEFAULT") ? "" : explanation);
        }
    }

    private static List<String> expected(Map<?, ?> suiteCase) {
        var result = Objects.requireNonNull(suiteCase.get("result"));
        return result instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(result.toString());
    }

    private static Zone zone(Map<?, ?> data) {
        var zone = new Zone.Builder();
        data.forEach((name, entries) -> add(zone, String.valueOf(name), (List<?>) entries));
        return zone.build();
    }

    private static void add(Zone.Builder zone, String owner, List<?> entries) {
        var name = QueryName.of(owner).orElseThrow();
        boolean hasTxt =
                entries.stream().anyMatch(e -> e instanceof Map<?, ?> m && m.containsKey("TXT"));
        for (var entry : entries) {
            if (entry instanceof Map<?, ?> record) {
                record.forEach((type, value) -> add(zone, name, type.toString(), value, hasTxt));
            } else {
                zone.fail(name, Failure.TIMEOUT);
            }
        }
    }

    private static void add(
            Zone.Builder zone, DnsName name, String type, Object value, boolean hasTxt) {
        if (type.equals("SPF")) {
            zone.add(name, RecordType.SPF, 60, texts(value));
            if (!hasTxt) {
                zone.add(name, RecordType.TXT, 60, texts(value));
            }
        } else if (!value.equals("NONE")) {
            zone.add(name, RecordType.valueOf(type), 60, rdata(type, value));
        }
    }

    private static Rdata rdata(String type, Object value) {
        return switch (type) {
            case "TXT" -> texts(value);
            case "A", "AAAA" -> new Rdata.Address(IpText.parse(value.toString()).orElseThrow());
            case "MX" -> mx((List<?>) value);
            default -> new Rdata.Target(name(value.toString()));
        };
    }

    private static Rdata mx(List<?> value) {
        return new Rdata.Mx(
                Integer.parseInt(value.getFirst().toString()), name(value.getLast().toString()));
    }

    private static DnsName name(String text) {
        return text.isEmpty() ? DnsName.ROOT : QueryName.of(text).orElseThrow();
    }

    private static Rdata texts(Object value) {
        return value instanceof List<?> strings
                ? new Rdata.Text(strings.stream().map(String::valueOf).toList())
                : Rdata.Text.of(value.toString());
    }

    private static List<Map<?, ?>> documents() throws IOException {
        var documents = new ArrayList<Map<?, ?>>();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Rfc7208SuiteTest.class.getResourceAsStream(
                                        "/vectors/spf/rfc7208-tests.yml")),
                        StandardCharsets.UTF_8)) {
            new Yaml().loadAll(reader).forEach(document -> documents.add((Map<?, ?>) document));
        }
        return documents;
    }

    private static Map<?, ?> map(Map<?, ?> of, String key) {
        return (Map<?, ?>) Objects.requireNonNull(of.get(key));
    }

    private static String text(Map<?, ?> of, String key) {
        return String.valueOf(Objects.requireNonNull(of.get(key)));
    }
}
