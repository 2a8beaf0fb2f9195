package posthorn.app.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void takesEachWayToWriteASetting() {
        var read = read("--port", "8081", "--base-url=https://x.example", "--posthorn.demo=false");

        assertThat(read)
                .containsExactly(
                        "--posthorn.port=8081",
                        "--posthorn.base-url=https://x.example",
                        "--posthorn.demo=false");
    }

    @Test
    void takesDemoWithoutAValue() {
        assertThat(read("--demo", "--mail.host", "relay.example"))
                .containsExactly("--posthorn.demo=true", "--posthorn.mail.host=relay.example");
    }

    @Test
    void takesAValueThatIsEmptyOrHoldsAnEqualsSign() {
        assertThat(read("--mail.host=", "--database.url=jdbc:postgresql://h/d?ssl=true"))
                .containsExactly(
                        "--posthorn.mail.host=",
                        "--posthorn.database.url=jdbc:postgresql://h/d?ssl=true");
    }

    @Test
    void takesSingleItemsOfAList() {
        assertThat(read("--resolvers[0]=192.0.2.1"))
                .containsExactly("--posthorn.resolvers[0]=192.0.2.1");
    }

    @Test
    void leavesOptionsOfTheFrameworkAsTheyAre() {
        assertThat(read("--logging.level.root=info")).containsExactly("--logging.level.root=info");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused(
                "The option --prot is unknown; docs/configuration.md lists them all.", "--prot");
        assertRefused("\"8081\" is no option; ./posthorn help shows what there is.", "8081");
        assertRefused("\"--\" is no option; ./posthorn help shows what there is.", "--");
        assertRefused("The option --port needs a value.", "--port");
    }

    private static void assertRefused(String sentence, String... args) {
        assertThatThrownBy(() -> read(args)).isInstanceOf(StartRefused.class).hasMessage(sentence);
    }

    private static String[] read(String... args) {
        return Arguments.read(List.of(args));
    }
}
