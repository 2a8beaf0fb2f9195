package posthorn.engine.tlsrpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import posthorn.engine.check.Parsed;

/// The record vectors of mox, whole and without a difference.
class RecordVectorsTest {

    private static final Path FILE = Path.of("src/test/resources/vectors/tls-rpt/records.json");

    static Stream<Map<?, ?>> vectors() {
        try {
            return ((List<?>) new Yaml().load(Files.readString(FILE)))
                    .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void allAreThere() {
        assertThat(vectors()).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a/b",
                "https://a/%41",
                "https://a.",
                "mailto:a@example.org?b",
                "a,"
            })
    void endsWhateverTheLength(String start) {
        var piece = start.substring(start.length() - 1);
        var text = "v=TLSRPTv1; rua=" + start + piece.repeat(200_000);

        assertThat(TlsRptRecord.read(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aRecordIsValidOrNot(Map<?, ?> vector) {
        var text = String.valueOf(vector.get("record"));

        var parsed = TlsRptRecord.parse(text);

        assertThat(parsed instanceof Parsed.Valid).isEqualTo(vector.get("valid"));
        if (parsed instanceof Parsed.Valid<TlsRptRecord>(var record)) {
            assertThat(record.rua()).isEqualTo(addresses(vector));
        }
    }

    private static List<?> addresses(Map<?, ?> vector) {
        return ((List<?>) Objects.requireNonNull(vector.get("rua")))
                .stream().flatMap(each -> ((List<?>) each).stream()).toList();
    }
}
