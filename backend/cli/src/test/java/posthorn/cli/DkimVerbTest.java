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
class DkimVerbTest {

    private static final String ED = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private static final String ZONE =
            """
            good._domainkey.example.org.  TXT "v=DKIM1; k=ed25519; t=y:s; h=sha256; p=%1$s"
            alias._domainkey.example.org. CNAME keys.example.net.
            keys.example.net.             TXT "v=DKIM1; k=ed25519; p=%1$s"
            nowhere._domainkey.example.org. CNAME gone.example.net.
            bad._domainkey.example.org.   TXT "v=DKIM1; k=rsa; p=MIG\\027[31m"
            old._domainkey.example.org.   TXT "v=DKIM1; p="
            two._domainkey.example.org.   TXT "v=DKIM1; k=ed25519; p=%1$s"
            two._domainkey.example.org.   TXT "v=DKIM1; p="
            mute._domainkey.example.org.  !TIMEOUT
            """
                    .formatted(ED);

    @TempDir private Path folder;

    private int run(Shell shell, String... args) {
        var all =
                new ArrayList<>(List.of("dkim", "example.org", "--zone", Shell.zone(folder, ZONE)));
        all.addAll(List.of(args));
        return shell.run(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "good,    usable",
        "alias,   usable",
        "nowhere, dangling",
        "bad,     unusable",
        "old,     revoked",
        "two,     several",
        "mute,    silent",
        "none,    missing"
    })
    void tellsWhatIsAtASelector(String selector, String state) {
        var shell = new Shell();

        run(shell, "--selector", selector, "--json");

        assertThat(Schema.faults(shell.out())).isEmpty();
        assertThat(shell.out())
                .contains("\"selector\":\"" + selector + "\"", "\"state\":\"" + state + "\"");
    }

    @Test
    void tellsTypeLengthFlagsAndAliases() {
        var shell = new Shell();

        run(shell, "--selector", "good,alias");

        assertThat(shell.out())
                .contains("Key: ed25519, bits: 256", "Flag y", "Flag s", "CNAME keys.example.net");
    }

    @Test
    void tellsWhereARecordIsWrongAndEscapesIt() {
        var text = new Shell();
        var json = new Shell();

        run(text, "--selector", "bad");
        run(json, "--selector", "bad", "--json");

        assertThat(text.out()).contains("Fault at character", "\\x1b").doesNotContain("\u001b");
        assertThat(json.out()).matches("[\\x20-\\x7e]+\n").contains("\"faults\":[{\"at\":");
    }

    @Test
    void asksForNothingButTheSelectorsNamed() {
        var shell = new Shell();

        run(shell, "--selector", "good", "--json");

        assertThat(shell.out()).doesNotContain("default._domainkey", "selector1._domainkey");
    }

    @ParameterizedTest
    @CsvSource({"alias, 1", "none, 2", "mute, 3"})
    void theWorstFindingDecidesTheStatus(String selector, int status) {
        assertThat(run(new Shell(), "--selector", selector)).isEqualTo(status);
    }

    @Test
    void speaksGermanAndWorksInBatches() {
        var german = new Shell();
        var batch =
                new Shell()
                        .typing(
                                "{\"id\":1,\"domain\":\"example.org\",\"selector\":[\"good\",\"old\"]}\n{}\n");

        run(german, "--selector", "none", "--lang", "de");
        int status = batch.run("dkim", "--batch", "--zone", Shell.zone(folder, ZONE));

        assertThat(german.out()).contains("fehlt");
        assertThat(status).isEqualTo(64);
        assertThat(batch.out().lines()).hasSize(2).allMatch(line -> Schema.faults(line).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dkim", "dkim a..b", "dkim a.example b.example", "dkim a.example --host x"})
    void refusesWhatMakesNoSense(String line) {
        var shell = new Shell();

        assertThat(shell.run(line.split(" "))).isEqualTo(64);

        assertThat(shell.err()).hasLineCount(1);
    }
}
