package posthorn.engine.bimi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import posthorn.engine.check.Parsed;

/// The records of Mail::BIMI, whole.
class RecordVectorsTest {

    private static final Path FILE =
            Path.of("src/test/resources/vectors/bimi/records-mail-bimi.json");

    /// To Mail::BIMI an empty `l` alone is a fault; by the draft it declines, as with an empty `a`.
    private static final Map<String, Boolean> OTHERWISE = Map.of("Empty l tag", true);

    static Stream<Map<?, ?>> vectors() throws IOException {
        return ((List<?>) new Yaml().load(Files.readString(FILE)))
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item);
    }

    @Test
    void allAreThere() throws IOException {
        assertThat(vectors()).hasSize(12);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aRecordIsValidOrNot(Map<?, ?> vector) {
        var text = String.valueOf(vector.get("record"));
        var valid =
                OTHERWISE.getOrDefault(
                        String.valueOf(vector.get("name")),
                        Boolean.TRUE.equals(vector.get("valid")));

        var parsed = BimiRecord.parse(text);

        assertThat(parsed instanceof Parsed.Valid).isEqualTo(valid);
    }
}
