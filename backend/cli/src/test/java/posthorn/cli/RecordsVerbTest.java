package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class RecordsVerbTest {

    private static final String ZONE =
            """
            example.org.            300 NS ns1.example.org.
            example.org.            300 NS ns2.example.org.
            ns1.example.org.        A 192.0.2.51
            ns2.example.org.        A 192.0.2.52
            example.org.            300 MX 10 mail.example.org.
            mail.example.org.       300 A 192.0.2.1
            example.org.            300 TXT "v=spf1 mx -all"
            www.example.org.        A 192.0.2.80
            s1._domainkey.example.org. CNAME s1.keys.example.net.
            s1.keys.example.net.    TXT "v=DKIM1; p="
            """;

    /// The second server has another record in its place.
    private static String withSecondServer(String record) {
        var mx = "example.org.            300 MX 10 mail.example.org.";
        return ZONE + "$SERVER 192.0.2.52\n" + ZONE.replace(mx, record) + "$END\n";
    }

    @TempDir private Path folder;

    private int run(Shell shell, String zone, String... args) {
        var all = new ArrayList<>(List.of("records", "--zone", Shell.zone(folder, zone)));
        all.addAll(List.of(args));
        return shell.run(all.toArray(String[]::new));
    }

    @Test
    void showsRecordsAsAZoneFileHasThem() {
        var shell = new Shell();

        int status = run(shell, ZONE, "example.org", "--selector", "s1");

        assertThat(status).isZero();
        assertThat(shell.out())
                .contains("Zone example.org", "(192.0.2.51)")
                .contains("\nexample.org. 300 MX 10 mail.example.org.\n")
                .contains("\nmail.example.org. 300 A 192.0.2.1\n")
                .contains("\ns1._domainkey.example.org. CNAME s1.keys.example.net.\n")
                .contains("Nothing there:", "_dmarc.example.org TXT")
                .contains("All who answered say the same.");
    }

    @Test
    void tellsWhichServerSaysOtherwise() {
        var shell = new Shell();

        int status =
                run(
                        shell,
                        withSecondServer("example.org. 300 MX 20 old.example.org."),
                        "example.org");

        assertThat(status).isEqualTo(1);
        assertThat(shell.out())
                .contains("example.org. 300 MX 10 mail.example.org.")
                .contains("  Otherwise at ns2.example.org (192.0.2.52):\n")
                .contains("    example.org. 300 MX 20 old.example.org.\n")
                .contains("They do not all say the same.");
    }

    @Test
    void takesASilentServerForNoContradiction() {
        var shell = new Shell();

        int status = run(shell, withSecondServer("example.org. !TIMEOUT MX"), "example.org");

        assertThat(status).isZero();
        assertThat(shell.out())
                .contains("example.org MX: no answer (TIMEOUT) from ns2.example.org (192.0.2.52)");
    }

    @Test
    void leavesOpenWhatNobodyAnswers() {
        var shell = new Shell();

        int status = run(shell, "example.org. !TIMEOUT\n", "example.org");

        assertThat(status).isEqualTo(3);
        assertThat(shell.out()).contains("Some questions were answered by nobody.");
    }

    @Test
    void asksTheServersOfTheZoneAboutANameInIt() {
        var shell = new Shell();

        run(shell, ZONE, "www.example.org");

        assertThat(shell.out())
                .contains("Zone example.org")
                .contains("www.example.org. 3600 A 192.0.2.80");
    }

    @ParameterizedTest
    @CsvSource({"example.org, 0", "www.example.org, 0", "nothing.example, 0"})
    void writesJsonOfTheSchema(String domain, int status) {
        var shell = new Shell();

        int found = run(shell, ZONE, domain, "--json");

        assertThat(found).isEqualTo(status);
        assertThat(Schema.faults(shell.out())).isEmpty();
    }

    @Test
    void namesThePlaceOfEachAnswer() {
        var shell = new Shell();

        run(
                shell,
                withSecondServer("example.org. 300 MX 20 old.example.org."),
                "example.org",
                "--json");

        assertThat(Schema.faults(shell.out())).isEmpty();
        assertThat(shell.out())
                .contains("\"type\":\"MX\",\"differs\":true")
                .contains(
                        "{\"place\":2,\"answer\":\"DATA\",\"ttl\":300,\"aliases\":[],"
                                + "\"records\":[\"20 old.example.org.\"]}");
    }

    @Test
    void showsNothingThatCouldSteerATerminal() {
        var shell = new Shell();

        run(shell, "example.org. TXT \"a\\027[31mb\"\n", "example.org");

        assertThat(shell.out()).doesNotContain("\u001b").contains("a");
    }
}
