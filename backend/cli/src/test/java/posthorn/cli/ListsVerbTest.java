package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsVerbTest {

    private static final String[] DEMO = {
        "lists", "--zone", "../../ops/demo", "--lists", "../../ops/demo/lists.table"
    };

    @TempDir private Path folder;

    private static String[] demo(String... more) {
        return java.util.stream.Stream.of(DEMO, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }

    @Test
    void saysWhichListsMustNotBeBelieved() {
        var shell = new Shell();

        assertThat(shell.run(demo())).isEqualTo(1);

        assertThat(shell.out())
                .contains("works        Demo list (listing.dnsbl.example), tier A")
                .contains("out          Demo list that lists everything")
                .contains("It refuses to answer this resolver.")
                .contains("nixspam");
    }

    @Test
    void speaksGermanAndWritesJsonOfTheSchema() {
        var german = new Shell();
        var json = new Shell();

        german.run(demo("--lang", "de"));
        json.run(demo("--json"));

        assertThat(german.out()).contains("Sie führt, was keine Liste führen darf.");
        assertThat(Schema.faults(json.out())).isEmpty();
        assertThat(json.out()).contains("\"trouble\":\"LISTS_EVERYTHING\"");
    }

    @Test
    void asksNoListBeforeItsTermsAreAccepted() {
        var shell = new Shell();

        assertThat(shell.run("lists", "--zone", "../../ops/demo")).isEqualTo(3);

        assertThat(shell.out())
                .contains("not asked before its terms are accepted")
                .doesNotContain("works  ");
    }

    @Test
    void namesTheLineOfABrokenTable() throws Exception {
        var table = Files.writeString(folder.resolve("lists"), "only\n[x]\nfrob 1\n");
        var shell = new Shell();

        assertThat(shell.run("lists", "--lists", table.toString())).isEqualTo(64);

        assertThat(shell.err()).contains("line").hasLineCount(1);
    }
}
