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
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DmarcVerbTest {

    private static final String ZONE =
            """
            example.org.                  MX 10 mail.example.org.
            news.example.org.             A 192.0.2.1
            _dmarc.example.org.           TXT "v=DMARC1; p=reject; sp=quarantine; np=reject; t=y; rua=mailto:a@example.org,mailto:b@reports.example"
            example.org._report._dmarc.reports.example. TXT "v=DMARC1"
            _dmarc.broken.example.        TXT "v=DMARC1; p=rejekt\\027[31m; rua=mailto:a@broken.example"
            _dmarc.silent.example.        !TIMEOUT
            """;

    @TempDir private Path folder;

    private int run(Shell shell, String domain, String... args) {
        var all = new ArrayList<>(List.of("dmarc", domain, "--zone", Shell.zone(folder, ZONE)));
        all.addAll(List.of(args));
        return shell.run(all.toArray(String[]::new));
    }

    @Test
    void tellsThePoliciesInEffectAndTheirSource() {
        var shell = new Shell();

        run(shell, "news.example.org");

        assertThat(shell.out())
                .contains("Policy for news.example.org: none")
                .contains("published quarantine, in effect none while testing")
                .contains("Policy for names below that do not exist: quarantine")
                .contains("Record of example.org: v=DMARC1; p=reject")
                .contains("_dmarc.news.example.org", "_dmarc.org ")
                .contains("RFC 7489: policy quarantine from example.org");
    }

    @Test
    void tellsWhoAgreedToGetReports() {
        var shell = new Shell();

        run(shell, "example.org");

        assertThat(shell.out())
                .contains("a@example.org", "no consent needed")
                .contains("consents, by example.org._report._dmarc.reports.example");
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, found",
        "news.example.org, found",
        "broken.example, found",
        "silent.example, unknown",
        "nothing.example, none"
    })
    void writesJsonOfTheSchema(String domain, String discovery) {
        var shell = new Shell();

        run(shell, domain, "--json");

        assertThat(Schema.faults(shell.out())).isEmpty();
        assertThat(shell.out())
                .contains("\"discovery\":\"" + discovery + "\"")
                .matches("[\\x20-\\x7e]+\n");
    }

    @Test
    void escapesWhatARecordSays() {
        var shell = new Shell();

        run(shell, "broken.example");

        assertThat(shell.out()).contains("\\x1b").doesNotContain("\u001b");
    }

    @Test
    void speaksGermanAndWorksInBatches() {
        var german = new Shell();
        var batch =
                new Shell()
                        .typing("{\"domain\":\"example.org\"}\n{\"domain\":\"silent.example\"}\n");

        run(german, "nothing.example", "--lang", "de");
        int status = batch.run("dmarc", "--batch", "--zone", Shell.zone(folder, ZONE));

        assertThat(german.out()).contains("Für nothing.example gilt keine Richtlinie.");
        assertThat(status).isZero();
        assertThat(batch.out().lines()).hasSize(2).allMatch(line -> Schema.faults(line).isEmpty());
        assertThat(batch.out()).contains("\"status\":3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dmarc", "dmarc 192.0.2.1", "dmarc a.example --selector x"})
    void refusesWhatMakesNoSense(String line) {
        var shell = new Shell();

        assertThat(shell.run(line.split(" "))).isEqualTo(64);

        assertThat(shell.err()).hasLineCount(1);
    }
}
