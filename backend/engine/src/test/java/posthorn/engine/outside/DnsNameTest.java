package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsNameTest {

    @ParameterizedTest
    @CsvSource({
        "Example.ORG., example.org",
        "müller.example, xn--mller-kva.example",
        "straße.example, xn--strae-oqa.example",
        "XN--MLLER-KVA.example, xn--mller-kva.example",
        "'  example.org ', example.org",
        "_dmarc.example.org, _dmarc.example.org",
        "例え。example, xn--r8jz45g.example"
    })
    void takesWhatAPersonTypes(String typed, String name) {
        assertThat(DnsName.fromPerson(typed)).contains(DnsName.of(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "a..b", "exa mple.org", "example.org/", "a@b.example", "-\u0000.x"})
    void refusesWhatIsNoName(String typed) {
        assertThat(DnsName.fromPerson(typed)).isEmpty();
    }

    @Test
    void refusesLabelsOver63AndNamesOver253() {
        assertThat(DnsName.fromPerson("a".repeat(63) + ".example")).isPresent();
        assertThat(DnsName.fromPerson("a".repeat(64) + ".example")).isEmpty();
        assertThat(DnsName.fromPerson("xn--bcher-kva".repeat(100))).isEmpty();
        assertThat(DnsName.of("xn--bcher-kva".repeat(100)).unicode()).hasSize(1300);
        assertThat(DnsName.fromPerson("a.".repeat(126) + "a")).isPresent();
        assertThat(DnsName.fromPerson("a.".repeat(127) + "a")).isEmpty();
    }

    @Test
    void showsULabels() {
        assertThat(DnsName.of("xn--mller-kva.example").unicode()).isEqualTo("müller.example");
        assertThat(DnsName.of("xn--a.example").unicode()).isEqualTo("xn--a.example");
    }

    @Test
    void climbsToTheRoot() {
        var name = DnsName.of("a.b.example");

        assertThat(name.parent()).isEqualTo(DnsName.of("b.example"));
        assertThat(name.last(1)).isEqualTo(DnsName.of("example"));
        assertThat(name.last(9)).isEqualTo(name);
        assertThat(DnsName.of("example").parent()).isEqualTo(DnsName.ROOT);
        assertThat(DnsName.ROOT.parent()).isEqualTo(DnsName.ROOT);
    }

    @Test
    void isWithinItselfAndNamesAbove() {
        var name = DnsName.of("mail.example.org");

        assertThat(name.isWithin(name)).isTrue();
        assertThat(name.isWithin(DnsName.of("example.org"))).isTrue();
        assertThat(name.isWithin(DnsName.ROOT)).isTrue();
        assertThat(name.isWithin(DnsName.of("ample.org"))).isFalse();
    }

    @Test
    void keepsAnEscapedDotInsideALabel() {
        assertThat(DnsName.of("john\\.doe.example").labels())
                .containsExactly("john\\.doe", "example");
    }
}
