package posthorn.engine.bimi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorityTest {

    @Test
    void eachNameOfAnIssuerStandsInTheTableOnce() {
        var names = Authority.all().stream().map(Authority::organizations).flatMap(List::stream);

        assertThat(names.toList()).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void eachNameInRecordsCouldStandInOne() {
        for (var authority : Authority.all()) {
            assertThat(authority.identifiers())
                    .isNotEmpty()
                    .allSatisfy(name ->
                            assertThat(CaaValue.read(name)).isEqualTo(new CaaValue(name, true)));
        }
    }

    @Test
    void findsAnAuthorityByTheNameInItsCertificates() {
        assertThat(Authority.of("Let's Encrypt").map(Authority::id)).contains("letsencrypt");
        assertThat(Authority.of("Example CA")).isEmpty();
    }
}
