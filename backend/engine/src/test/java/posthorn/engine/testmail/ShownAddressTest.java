package posthorn.engine.testmail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownAddressTest {

    @Test
    void findsTheAddressAmongWords() {
        assertThat(ShownAddress.in("Bob (bob@example.com).")).contains("bob@example.com");
        assertThat(ShownAddress.in("bob@mail.example.com.")).contains("bob@mail.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Alice", "@", "Alice @ Work", "team@work", "@example.org", "a@."})
    void takesNothingElseForOne(String text) {
        assertThat(ShownAddress.in(text)).isEmpty();
    }
}
