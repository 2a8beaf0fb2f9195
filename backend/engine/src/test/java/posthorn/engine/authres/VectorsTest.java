package posthorn.engine.authres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import posthorn.engine.authres.AuthResultsField.Form;

/// The fields that other programs are tested with.
class VectorsTest {

    private static final String NAME = "Authentication-Results:";

    /// Fields that dkim_verifier refuses and we read, with the reason.
    private static final Map<String, String> DIFFERENCES =
            Map.of(
                    " example.com; dkim=Pass\r\n",
                    "keywords have no case: RFC 8601 §2.2 writes them as ABNF strings (RFC 5234"
                            + " §2.3)",
                    " example.com; dkim=timeout\r\n",
                    "a result is any keyword (RFC 8601 §2.2); what no registry has is kept as text"
                            + " (§2.7.6)",
                    " example.com; spf=foo\r\n",
                    "as above",
                    " example.com; dmarc=foo\r\n",
                    "as above",
                    " spf=pass (sender IP is 167.89.56.216)\r\n smtp.mailfrom=crm.dashlane.com;"
                            + " dkim=timeout (key query timeout)\r\n header.d=dashlane.com;"
                            + "dmarc=pass action=none\r\n header.from=dashlane.com;"
                            + "compauth=pass reason=100\r\n",
                    "not strict for its missing authserv-id, not for its results");

    /// The names go-msgauth has for properties.
    private static final Map<String, String> GO_NAMES =
            Map.of("from", "smtp.mailfrom", "auth", "smtp.auth", "identifier", "header.i");

    static Stream<Map<?, ?>> verifier() {
        return Vectors.load("dkim_verifier-cases.json").stream();
    }

    static Stream<Map<?, ?>> go() {
        return Vectors.load("go-msgauth-cases.json").stream();
    }

    @Test
    void allAreThere() {
        assertThat(verifier()).hasSize(29);
        assertThat(go()).hasSize(13);
        assertThat(verifier().map(VectorsTest::value)).containsAll(DIFFERENCES.keySet());
    }

    @ParameterizedTest
    @MethodSource("verifier")
    void readsWhatDkimVerifierReads(Map<?, ?> vector) {
        var field = AuthResultsField.read(value(vector));

        assertThat(field.form()).isIn((Object[]) forms(vector));
        if (vector.get("expect") instanceof Map<?, ?> expected) {
            holds(field, expected);
        }
    }

    private static String value(Map<?, ?> vector) {
        return Vectors.text(vector, "header").substring(NAME.length());
    }

    /// What a field may be: strict where it is so there, broken where neither manner reads it.
    private static Form[] forms(Map<?, ?> vector) {
        if (DIFFERENCES.containsKey(value(vector))) {
            return new Form[] {value(vector).startsWith(" spf") ? Form.RELAXED : Form.STRICT};
        }
        return switch (Vectors.text(vector, "strict")) {
            case "ok" -> new Form[] {Form.STRICT};
            case "error" ->
                    new Form[] {
                        Vectors.text(vector, "relaxed").equals("ok") ? Form.RELAXED : Form.BROKEN
                    };
            default -> new Form[] {Form.RELAXED};
        };
    }

    private static void holds(AuthResultsField field, Map<?, ?> expected) {
        expected.forEach((key, value) -> {
            switch (String.valueOf(key)) {
                case "authserv_id" -> assertThat(field.authservId()).isEqualTo(value);
                case "version" -> assertThat(field.version()).isEqualTo(value);
                case "count" -> assertThat(field.results()).hasSize((Integer) value);
                case "results" -> results(field, value);
                default -> throw new IllegalStateException("unknown key " + key);
            }
        });
    }

    private static void results(AuthResultsField field, Object expected) {
        var maps = Vectors.maps(expected);
        for (int i = 0; i < maps.size(); i++) {
            var result = field.results().get(i);
            maps.get(i)
                    .forEach((key, value) ->
                            assertThat(of(result, String.valueOf(key)))
                                    .as("%s", key)
                                    .contains(value));
        }
    }

    private static Optional<Object> of(AuthResult result, String key) {
        return switch (key) {
            case "method" -> Optional.of(result.method());
            case "method_version" -> Optional.of(result.version());
            case "result" -> Optional.of(result.result());
            case "reason" -> Optional.of(result.reason());
            default -> property(result, key);
        };
    }

    private static Optional<Object> property(AuthResult result, String key) {
        return result.properties().stream()
                .filter(property -> property.key().equals(key))
                .<Object>map(Property::value)
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("go")
    void readsWhatGoMsgauthReads(Map<?, ?> vector) {
        var field = AuthResultsField.read(Vectors.text(vector, "header"));

        assertThat(field.form()).isNotEqualTo(Form.BROKEN);
        assertThat(field.authservId()).isEqualTo(Vectors.text(vector, "authserv_id"));
        var expected = Vectors.maps(Objects.requireNonNull(vector.get("results")));
        assertThat(field.results()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            goHolds(field.results().get(i), expected.get(i));
        }
    }

    private static void goHolds(AuthResult result, Map<?, ?> expected) {
        expected.forEach((name, value) -> {
            var key = String.valueOf(name);
            if (key.equals("headervalue")) {
                var header = "header." + Vectors.text(expected, "headerkey");
                assertThat(of(result, header)).contains(value);
            } else if (!key.equals("headerkey")) {
                assertThat(of(result, GO_NAMES.getOrDefault(key, key))).as(key).contains(value);
            }
        });
    }
}
