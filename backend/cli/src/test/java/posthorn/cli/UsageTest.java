package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frob | There is no verb \"frob\"; the verbs are: check, verify, spf, dkim, dmarc, records, lists",
                "check | Name at least one domain, as in: posthorn check example.org",
                "check a..b | \"a..b\" is no domain name.",
                "check 192.0.2.1 | \"192.0.2.1\" is no domain name.",
                "check example.org --frob | \"--frob\" is no option of check",
                "check example.org --selector | --selector needs a value.",
                "check example.org --selector a..b | \"a..b\" is no DKIM selector.",
                "check example.org --lang fr | \"fr\" is no language",
                "check example.org --lang de --lang de | --lang",
                "check example.org --profile idle | \"idle\" is no profile",
                "check example.org --server qmail | \"qmail\" is no software we have lines for",
                "check example.org --host 192.0.2.256 | \"192.0.2.256\" is no IP address.",
                "check example.org --resolver a:b | \"a:b\" is no HOST",
                "check example.org --zone /nosuch/file | \"/nosuch/file\"",
                "check example.org --lists /nosuch/file | \"/nosuch/file\"",
                "check example.org --json=yes | --json is a switch",
                "check example.org --selector --json | --selector needs a value.",
                "check example.org -x | \"-x\" is no option of check",
                "lists now | no DNS list \"now\"",
                "spf now | \"now\" is no option of spf",
                "spf --helo a.example --sender a@example.org | --ip is missing.",
                "spf --ip 192.0.2.1 | --sender is missing.",
                "spf --ip 192.0.2 --sender a@example.org | \"192.0.2\" is no IP address."
            })
    void saysWhatIsWrongInOneSentence(String line, String sentence) {
        var shell = new Shell();

        int status = shell.run(line.split(" "));

        assertThat(status).isEqualTo(64);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).startsWith("posthorn: ").contains(sentence).hasLineCount(1);
    }

    @Test
    void speaksGermanWhenAskedTo() {
        var shell = new Shell();

        shell.run("check", "--lang", "de");

        assertThat(shell.err()).contains("Nennen Sie mindestens eine Domain");
    }

    @ParameterizedTest
    @CsvSource({"LANG, C.UTF-8", "LC_ALL, en_GB.UTF-8", "POSTHORN_LANG, C"})
    void speaksTheLanguageOfTheEnvironment(String stronger, String other) {
        var german = new Shell().in(Map.of("LANG", "de_DE.UTF-8"));
        var english = new Shell().in(Map.of("LC_MESSAGES", "C", stronger, other));

        german.run("check");
        english.run("check");

        assertThat(german.err()).contains("Nennen Sie mindestens eine Domain");
        assertThat(english.err()).contains("Name at least one domain");
    }

    @Test
    void showsSteeringCharactersOfArgumentsAsEscapes() {
        var shell = new Shell();

        shell.run("check", "a\u001b[31m\u202eb");

        assertThat(shell.err()).contains("a\\x1b[31m\\u{202E}b").doesNotContain("\u001b");
    }

    @Test
    void namesTheLineOfABrokenZone(@TempDir Path folder) {
        var shell = new Shell();
        var zone = Shell.zone(folder, "example.org. A 192.0.2.1\nexample.org. A 192.0.2.x\n");

        int status = shell.run("check", "example.org", "--zone", zone);

        assertThat(status).isEqualTo(64);
        assertThat(shell.err()).contains("line 2").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"check", "verify", "spf", "dkim", "dmarc", "lists"})
    void helps(String verb) {
        var shell = new Shell();

        assertThat(shell.run(verb, "--help")).isZero();

        assertThat(shell.out()).contains("--resolver", "--batch", "Exit status: 0");
    }

    @Test
    void listsItsVerbs() {
        var shell = new Shell();

        assertThat(shell.run()).isEqualTo(64);

        assertThat(shell.out()).contains("posthorn check", "posthorn spf");
    }
}
