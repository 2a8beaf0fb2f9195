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
    void evaluatesBothIdentities() {
        var shell = new Shell();

        run(shell, "192.0.2.1", "alice@example.org");

        assertThat(shell.out())
                .contains("softfail  HELO name soft.example: The term \"~all\" of soft.example");
    }

    @Test
    void opensTheRecordWithARunningCount() {
        var shell = new Shell();

        run(shell, "198.51.100.3", "alice@example.org");

        assertThat(shell.out())
                .contains("\n  1  a  – addresses: 1\n  2  include:a.example\n")
                .contains("\n    ·  ip4:198.51.100.0/24  – matches\n")
                .contains("Addresses that pass: IPv4 258, IPv6 0.");
    }

    @Test
    void triesARecordBeforeItIsPublished() {
        var text = new Shell();
        var json = new Shell();
        var record = "v=spf1 ip4:203.0.113.1 -all";

        int status = run(text, "203.0.113.1", "alice@example.org", "--record", record);
        run(json, "203.0.113.1", "alice@none.example", "--json", "--record", record);

        assertThat(status).isZero();
        assertThat(text.out()).contains("The proposed record, opened");
        assertThat(json.out()).contains("\"proposed\":true", "\"result\":\"pass\"");
        assertThat(Schema.faults(json.out())).isEmpty();
    }

    @Test
    void takesMailFromAndTheNameOfTheReceiver() {
        var shell = new Shell();
        var zone =
                "r.example. TXT \"v=spf1 -all exp=e.r.example\"\ne.r.example. TXT \"seen by %{r}\"\n";

        shell.run(
                "spf",
                "--ip=192.0.2.1",
                "--mail-from=a@r.example",
                "--receiver=mx.example.net",
                "--zone=" + Shell.zone(folder, zone));

        assertThat(shell.out()).contains("seen by mx.example.net");
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
