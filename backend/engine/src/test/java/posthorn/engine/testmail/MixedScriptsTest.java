package posthorn.engine.testmail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixedScriptsTest {

    @Test
    void findsTheWordThatMixes() {
        assertThat(MixedScripts.in("my ex\u0430mple.org").map(MixedScripts.Word::text))
                .contains("ex\u0430mple");
        assertThat(MixedScripts.in("p\u03bfst")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Alice",
                "J\u00fcrgen M\u00fcller",
                "\u0410\u043b\u0438\u0441\u0430 Alice",
                "\u6771\u4eac Tokyo",
                "\u6771\u4eac\u30bf\u30ef\u30fcA",
                "10 k\u03a9",
                "\u03bcTest",
                "\ud83d\ude00 Alice"
            })
    void takesNoOffenceAtOtherTexts(String text) {
        assertThat(MixedScripts.in(text)).isEmpty();
    }
}
