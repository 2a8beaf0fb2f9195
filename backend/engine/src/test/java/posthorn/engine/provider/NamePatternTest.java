package posthorn.engine.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import posthorn.engine.outside.DnsName;

class NamePatternTest {

    @Test
    void aStarStandsForOneCharacterOrMore() {
        assertThat(matches("*.example.org", "a.b.example.org")).isTrue();
        assertThat(matches("*.example.org", "example.org")).isFalse();
        assertThat(matches("*.example.org", ".example.org")).isFalse();
        assertThat(matches("ns*.example.*", "ns1.example.net")).isTrue();
        assertThat(matches("ns*.example.*", "ns.example.net")).isFalse();
        assertThat(matches("*.dns-*", "ns-1.dns-20.com")).isTrue();
    }

    @Test
    void withoutAStarTheWholeNameMustBeTheSame() {
        assertThat(matches("mx.example.org", "MX.example.org.")).isTrue();
        assertThat(matches("mx.example.org", "a.mx.example.org")).isFalse();
        assertThat(matches("mx.example.org", "mx.example.org.example.net")).isFalse();
    }

    private static boolean matches(String pattern, String name) {
        return new NamePattern(pattern, true).matches(DnsName.of(name));
    }
}
