package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpfVerbTest {

    private static final String ZONE =
            """
            example.org.             TXT "v=spf1 a include:a.example ip4:192.0.2.9 -all exp=why.example.org"
            example.org.             A 192.0.2.1
            why.example.org.         TXT "%{i} is not ours"
            a.example.               TXT "v=spf1 ip4:198.51.100.0/24 ?all"
            soft.example.            TXT "v=spf1 ~all"
            neutral.example.         TXT "v=spf1 ?all"
            none.example.            TXT "no spf"
            broken.example.          TXT "v=spf1 ip4=192.0.2.1 foo:bar -all"
            silent.example.          !TIMEOUT
            xn--mller-kva.example.   TXT "v=spf1 +all"
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, alice@example.org, pass, 0",
        "198.51.100.3, alice@example.org, pass, 0",
        "203.0.113.1, alice@example.org, fail, 2",
        "203.0.113.1, <alice@soft.example>, softfail, 1",
        "203.0.113.1, alice@neutral.example, neutral, 1",
        "203.0.113.1, alice@none.example, none, 1",
        "203.0.113.1, alice@broken.example, permerror, 2",
        "203.0.113.1, alice@silent.example, temperror, 3",
        "203.0.113.1, alice@müller.example, pass, 0",
        "203.0.113.1, <>, softfail, 1"
    })
    void printsTheResultOfTheRfc(String ip, String sender, String result, int status) {
        var shell = new Shell();

        int exit = run(shell, ip, sender);

        assertThat(shell.out().lines().toList().get(1)).startsWith(result + "  ");
        assertThat(exit).isEqualTo(status);
    }

    private int run(Shell shell, String ip, String sender, String... more) {
        var args = new java.util.ArrayList<String>();
        args.addAll(
                java.util.List.of(
                        "spf", "--ip", ip, "--helo", "soft.example", "--sender", sender, "--zone"));
        args.add(Shell.zone(folder, ZONE));
        args.addAll(java.util.List.of(more));
        return shell.run(args.toArray(String[]::new));
    }

    @Test
    void tellsTermWayExplanationAndCounts() {
        var shell = new Shell();

        run(shell, "198.51.100.3", "alice@example.org");
        run(shell, "203.0.113.1", "alice@example.org");

        assertThat(shell.out())
                .contains("The term \"ip4:198.51.100.0/24\" of a.example matches.")
                .contains("    example.org: include:a.example\n")
                .contains("Look-ups: 2 of 10. Empty answers: 0 of 2.")
                .contains("Explanation of the domain: 203.0.113.1 is not ours");
    }

    @Test
    void speaksGerman() {
        var shell = new Shell();

        run(shell, "203.0.113.1", "alice@none.example", "--lang", "de");

        assertThat(shell.out()).contains("Die Domain hat keinen SPF-Eintrag.");
    }

    @Test
    void writesJsonOfTheSchema() {
        for (var sender : new String[] {"alice@example.org", "alice@silent.example", "<>"}) {
            var shell = new Shell();

            run(shell, "203.0.113.1", sender, "--json");

            assertThat(Schema.faults(shell.out())).isEmpty();
        }
    }
}
