package posthorn.engine.bimi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaaValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ca1.example.net                        | ca1.example.net",
                "'  CA1.Example.net  '                  | ca1.example.net",
                "ca1.example.net; account=230123        | ca1.example.net",
                "ca1.example.net ; a = b ; c=d;         | ca1.example.net",
                "ca1.example.net; policy=ev%3B;         | ca1.example.net"
            })
    void readsTheIssuer(String value, String issuer) {
        assertThat(CaaValue.read(value)).isEqualTo(new CaaValue(issuer, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";", " ; ", "; a=b"})
    void namesNobody(String value) {
        assertThat(CaaValue.read(value)).isEqualTo(new CaaValue("", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "letsencrypt.org, digicert.com",
                "letsencrypt.org digicert.com",
                "https://letsencrypt.org",
                "%%%%%",
                "-ca.example",
                "ca.example; a",
                "ca.example; a=b c"
            })
    void followsNoGrammar(String value) {
        assertThat(CaaValue.read(value)).isEqualTo(new CaaValue("", false));
    }

    @Test
    void endsWithTheLongestRecords() {
        assertThat(CaaValue.read("a.".repeat(30_000)).isValid()).isFalse();
        assertThat(CaaValue.read("a;" + "a-".repeat(30_000) + "a").isValid()).isFalse();
        assertThat(CaaValue.read("a;a=" + "b".repeat(60_000)).isValid()).isTrue();
    }
}
