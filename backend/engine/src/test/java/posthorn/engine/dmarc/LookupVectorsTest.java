package posthorn.engine.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Finding records and consents, by the vectors of mox.
class LookupVectorsTest {

    private static final Map<?, ?> LOOKUP = (Map<?, ?>) Vectors.load("lookup.json");
    private static final Map<?, ?> EXTERNAL = (Map<?, ?>) Vectors.load("external-reports.json");

    static Stream<Map<?, ?>> lookups() {
        return Vectors.cases(LOOKUP).stream();
    }

    static Stream<Map<?, ?>> externals() {
        return Vectors.cases(EXTERNAL).stream();
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void findsTheRecord(Map<?, ?> vector) {
        var name = Vectors.name(vector, "domain");

        var dns = Vectors.dns(LOOKUP);
        var discovery = Discovery.of(TreeWalk.from(name, dns), dns);

        if (Vectors.text(vector, "status").equals("temperror")) {
            assertThat(discovery).isInstanceOf(Discovery.Open.class);
        } else if (Vectors.truth(vector, "record_found") || ignoresUnknownWord(vector)) {
            assertThat(discovery)
                    .isInstanceOfSatisfying(
                            Discovery.Found.class,
                            found ->
                                    assertThat(found.source())
                                            .isEqualTo(Vectors.name(vector, "found_at")));
        } else {
            assertThat(discovery).isInstanceOf(Discovery.None.class);
        }
    }

    /// RFC 9989 §4.7 has receivers ignore what they do not understand, so `p=none; bogus` is a
    /// policy; mox, by RFC 7489, drops the record.
    private static boolean ignoresUnknownWord(Map<?, ?> vector) {
        return Vectors.text(vector, "domain").equals("malformed.example");
    }

    @ParameterizedTest
    @MethodSource("externals")
    void asksReportDomainsForTheirConsent(Map<?, ?> vector) {
        var answer =
                Authorisation.of(
                        Vectors.name(vector, "policy_domain"),
                        Vectors.name(vector, "report_domain"),
                        Vectors.dns(EXTERNAL));

        if (Vectors.text(vector, "status").equals("temperror")) {
            assertThat(answer).isInstanceOf(Authorisation.Open.class);
        } else if (Vectors.truth(vector, "accepts") || agreesInSpiteOfAWord(vector)) {
            assertThat(answer).isInstanceOf(Authorisation.Given.class);
        } else {
            assertThat(answer).isInstanceOf(Authorisation.Absent.class);
        }
    }

    /// RFC 9990 §4 asks for the version first and nothing else; mox drops the record for one word.
    private static boolean agreesInSpiteOfAWord(Map<?, ?> vector) {
        return Vectors.text(vector, "report_domain").equals("malformed.example");
    }
}
