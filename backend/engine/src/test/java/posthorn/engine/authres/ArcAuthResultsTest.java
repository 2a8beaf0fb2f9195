package posthorn.engine.authres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.authres.Deviation.Kind;

class ArcAuthResultsTest {

    @Test
    void readsTheInstanceAndThenTheResults() {
        var arc =
                ArcAuthResults.read(
                        " i=2 (two); mx.example.org;\r\n\tarc=pass (i=1) header.oldest-pass=0;\r\n"
                                + "\tspf=fail smtp.mailfrom=example.com");

        assertThat(arc.instance()).isEqualTo(2);
        assertThat(arc.field().authservId()).isEqualTo("mx.example.org");
        assertThat(arc.field().results())
                .extracting(AuthResult::method)
                .containsExactly("arc", "spf");
        assertThat(arc.field().deviations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"i=1, 1", "' i = 50 ', 50", "i=07, 7"})
    void readsInstances(String text, int instance) {
        var arc = ArcAuthResults.read(text + "; example.org; none");

        assertThat(arc.instance()).isEqualTo(instance);
        assertThat(arc.field().deviations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"i=0; ", "i=51; ", "i=001; ", "i=x; ", "i=; ", "i; ", "I=1; ", "", ";"})
    void saysThatThereIsNoInstance(String text) {
        var arc = ArcAuthResults.read(text + "example.org; spf=pass");

        assertThat(arc.instance()).isZero();
        assertThat(arc.field().deviations()).extracting(Deviation::kind).contains(Kind.NO_INSTANCE);
        assertThat(arc.field().of("spf")).isNotEmpty();
    }

    @Test
    void readsWhatProvidersWriteWithoutAnAuthservId() {
        var arc = ArcAuthResults.read("i=1; spf=pass smtp.mailfrom=example.com; dkim=none");

        assertThat(arc.instance()).isEqualTo(1);
        assertThat(arc.field().results()).hasSize(2);
        assertThat(arc.field().authservId()).isEmpty();
    }
}
