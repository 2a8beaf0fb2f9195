package posthorn.engine.mtasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import posthorn.engine.check.Parsed;
import posthorn.engine.outside.DnsName;

/// The vectors of mox, whole and without a difference.
class MoxVectorsTest {

    private static final Map<?, ?> MOX = Vectors.json("mox.json");

    static Stream<Map<?, ?>> records() {
        return Vectors.maps(MOX, "records");
    }

    static Stream<Map<?, ?>> policies() {
        return Vectors.maps(MOX, "policies");
    }

    @Test
    void allAreThere() {
        assertThat(records()).hasSize(18);
        assertThat(policies()).hasSize(24);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordIsValidOrNot(Map<?, ?> vector) {
        var text = Vectors.text(vector, "record");

        var parsed = StsRecord.parse(text);

        assertThat(parsed instanceof Parsed.Valid).isEqualTo(vector.get("valid"));
        if (parsed instanceof Parsed.Valid<StsRecord>(var record)) {
            assertThat(record.id()).isEqualTo(vector.get("id"));
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aPolicyIsValidOrNot(Map<?, ?> vector) {
        var text = octets(Vectors.text(vector, "policy"));

        var parsed = StsPolicy.parse(text);

        assertThat(parsed instanceof Parsed.Valid).isEqualTo(vector.get("valid"));
        if (parsed instanceof Parsed.Valid<StsPolicy>(var policy)) {
            assertThat(policy.mode().name()).isEqualToIgnoringCase(Vectors.text(vector, "mode"));
            assertThat(policy.mx()).isEqualTo(vector.get("mx"));
            assertThat(policy.maxAge()).isEqualTo(((Number) of(vector, "max_age")).longValue());
        }
    }

    private static Object of(Map<?, ?> vector, String key) {
        return Objects.requireNonNull(vector.get(key));
    }

    /// What a web server would send.
    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void hostsMatchOrNot() {
        var vector = (Map<?, ?>) of(MOX, "mx_match");

        var policy = StsPolicy.read(Vectors.text(vector, "policy"));

        assertThat((List<?>) of(vector, "match"))
                .hasSize(2)
                .allMatch(host -> policy.allows(DnsName.of(host.toString())));
        assertThat((List<?>) of(vector, "mismatch"))
                .hasSize(3)
                .noneMatch(host -> policy.allows(DnsName.of(host.toString())));
    }
}
