package posthorn.engine.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The record vectors, read by RFC 9989.
class RecordVectorsTest {

    static Stream<Map<?, ?>> vectors() {
        return Vectors.maps(Vectors.load("records.json")).stream();
    }

    @Test
    void allAreThere() {
        assertThat(vectors()).hasSize(41);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void meansWhatTheStandardSays(Map<?, ?> vector) {
        var expected = Vectors.text(vector, "rfc9989_outcome");

        var outcome = outcome(Vectors.text(vector, "record"));

        // The standard does not settle which of two tags counts; we take the first and warn.
        var wanted = expected.startsWith("unspecified") ? "policy none" : expected;
        assertThat(wanted).startsWith(outcome);
        assertThat(outcome.length() < wanted.length()).isEqualTo(wanted.contains("("));
    }

    private static String outcome(String text) {
        if (!DmarcRecord.isDmarc(text)) {
            return "ignored";
        }
        return DmarcRecord.read(text)
                .ownPolicy()
                .map(policy -> "policy " + policy.text())
                .orElse("no DMARC processing");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsTheFieldsOfWhatMoxCallsARecord(Map<?, ?> vector) {
        if (!(vector.get("fields") instanceof Map<?, ?> fields)) {
            return;
        }

        var record = DmarcRecord.read(Vectors.text(vector, "record"));

        assertThat(texts(record.rua())).isEqualTo(wanted(fields, "rua"));
        assertThat(texts(record.ruf())).isEqualTo(wanted(fields, "ruf"));
        for (var tag : List.of("sp", "adkim", "aspf", "pct")) {
            // mox drops a broken sp silently; we keep its text and call it a fault.
            Vectors.optional(fields, tag)
                    .ifPresent(value -> assertThat(record.value(tag)).isEqualTo(value));
        }
    }

    private static List<String> texts(List<ReportUri> uris) {
        return uris.stream().map(uri -> uri.text().replaceFirst("!.*", "")).toList();
    }

    private static List<String> wanted(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream().map(uri -> uri.toString().replaceFirst(" \\(.*", "")).toList()
                : List.of();
    }
}
