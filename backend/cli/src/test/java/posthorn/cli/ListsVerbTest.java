package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                .contains("ix.dnsbl.manitu.net, since 2025-01-16: ");
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
    void testsOneListByItsNameOrItsZone() {
        var shell = new Shell();

        assertThat(shell.run(demo("demo-names", "listing.dnsbl.example"))).isEqualTo(0);

        assertThat(shell.out())
                .contains("(names.dnsbl.example), tier A: works for domain")
                .contains("(listing.dnsbl.example)")
                .doesNotContain("everything")
                .doesNotContain("manitu");
    }

    @Test
    void refusesAClosedListByItsNameAndSaysWhy() {
        for (var name : List.of("ix.dnsbl.manitu.net", "nixspam", "dul.dnsbl.sorbs.net")) {
            var shell = new Shell();

            assertThat(shell.run(demo(name))).isEqualTo(64);

            assertThat(shell.err()).contains("is closed (202").hasLineCount(1);
        }
    }

    @Test
    void saysInGermanWhyAListIsClosed() {
        var shell = new Shell();

        shell.run(demo("--lang", "de", "nixspam"));

        assertThat(shell.err())
                .contains("wird nie gefragt: die Zone wurde aus rechtlichen Gründen");
    }

    @Test
    void knowsNoListThatIsInNoTable() {
        var shell = new Shell();

        assertThat(shell.run(demo("bl.example.org"))).isEqualTo(64);

        assertThat(shell.err()).contains("There is no DNS list \"bl.example.org\"");
    }

    @Test
    void testsByEachResolver() throws Exception {
        var zone =
                Files.writeString(
                        folder.resolve("zone"),
                        """
                        2.0.0.127.listing.dnsbl.example. A 127.0.0.2
                        $RESOLVER 2
                        2.0.0.127.listing.dnsbl.example. A 127.255.255.254
                        $END
                        """);
        var shell = new Shell();

        int status =
                shell.run(
                        "lists",
                        "--zone",
                        zone.toString(),
                        "--lists",
                        "../../ops/demo/lists.table",
                        "demo-listing");

        assertThat(status).isEqualTo(1);
        assertThat(shell.out())
                .contains("works for ip4. (Resolver 1)")
                .contains("answered 127.255.255.254. (Resolver 2)");
    }

    @Test
    void namesTheLineOfABrokenTable() throws Exception {
        var table = Files.writeString(folder.resolve("lists"), "only\n[x]\nfrob 1\n");
        var shell = new Shell();

        assertThat(shell.run("lists", "--lists", table.toString())).isEqualTo(64);

        assertThat(shell.err()).contains("line").hasLineCount(1);
    }
}
