package posthorn.engine.arc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import posthorn.engine.message.RawMessage;
import posthorn.engine.outside.Dns;
import posthorn.engine.signature.Lab;

/// Chains sealed and judged by others: `vectors/arc`, whole.
class ArcVectorsTest {

    private static final int ALL = 171;
    private static final long NOW = 1_795_000_000;

    @TestFactory
    Stream<DynamicTest> chains() {
        return scenarios()
                .flatMap(scenario ->
                        map(scenario, "tests").entrySet().stream()
                                .map(c ->
                                        dynamicTest(
                                                String.valueOf(c.getKey()),
                                                () ->
                                                        asExpected(
                                                                (Map<?, ?>) c.getValue(),
                                                                dns(scenario)))));
    }

    private static void asExpected(Map<?, ?> c, Dns dns) throws IOException {
        var message = Lab.crlf(text(c, "message").getBytes(StandardCharsets.UTF_8));
        var expected = text(c, "cv").toLowerCase(Locale.ROOT);

        var chain = new ArcVerifier(dns, Lab.at(NOW)).verify(RawMessage.of(message));

        if (expected.isEmpty()) {
            assertThat(chain.reason()).isEqualTo(ChainReason.SEALED_AS_FAILED);
        } else {
            assertThat(chain.status().text()).as("%s", chain.reason()).isEqualTo(expected);
            assertThat(chain.reason()).isNotEqualTo(ChainReason.SEALED_AS_FAILED);
        }
    }

    @Test
    void areAllThere() {
        assertThat(scenarios().mapToInt(scenario -> map(scenario, "tests").size()).sum())
                .isEqualTo(ALL);
    }

    private static Stream<Map<?, ?>> scenarios() {
        var yaml = new Yaml(new LoaderOptions());
        var text =
                new String(
                        Lab.octets("arc/arc-draft-validation-tests.yml"), StandardCharsets.UTF_8);
        return StreamSupport.stream(yaml.loadAll(text).spliterator(), false)
                .map(scenario -> (Map<?, ?>) scenario);
    }

    private static Dns dns(Map<?, ?> scenario) {
        var texts = new HashMap<String, String>();
        map(scenario, "txt-records").forEach((k, v) -> texts.put((String) k, (String) v));
        return Lab.texts(texts);
    }

    private static Map<?, ?> map(Map<?, ?> outer, String key) {
        return (Map<?, ?>) Objects.requireNonNullElse(outer.get(key), Map.of());
    }

    private static String text(Map<?, ?> c, String key) {
        return (String) Objects.requireNonNull(c.get(key), key);
    }
}
