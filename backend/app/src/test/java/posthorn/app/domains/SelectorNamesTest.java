package posthorn.app.domains;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelectorNamesTest {

    @Test
    void readsAnyKindOfList() {
        assertThat(SelectorNames.read(" s1, S2;google\n2024._domainkey.example.org s1 "))
                .isEqualTo(new SelectorNames(List.of("s1", "s2", "google", "2024"), List.of()));
    }

    @Test
    void takesSelectorsOfSeveralLabels() {
        assertThat(SelectorNames.read("march2005.reykjavik").good())
                .containsExactly("march2005.reykjavik");
    }

    @Test
    void namesWhatIsNoSelector() {
        var read = SelectorNames.read("good, -bad, a..b, <x>, " + "x".repeat(64));

        assertThat(read.good()).containsExactly("good");
        assertThat(read.bad()).containsExactly("-bad", "a..b", "<x>", "x".repeat(64));
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(SelectorNames.read("  ,; ").good()).isEmpty();
        assertThat(SelectorNames.read("").bad()).isEmpty();
    }
}
