package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The scripts in the shells they are for, where these are installed.
@Timeout(60)
class CompletionVerbTest {

    @TempDir private Path folder;

    private static String script(String shell) {
        var posthorn = new Shell();
        assertThat(posthorn.run("completion", shell)).isZero();
        return posthorn.out();
    }

    private List<String> lines(String shell, String text) throws IOException {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, shell))),
                shell + " is not installed");
        var file = Files.writeString(folder.resolve("script"), text);
        var process = new ProcessBuilder(shell, file.toString()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ver | verify",
                "explain spf.too-many | spf.too-many-lookups",
                "spf --sen | --sender",
                "spf --lang '' | de en",
                "check --profile pa | parked",
                "completion fi | fish"
            })
    void bashCompletes(String typed, String offered) throws IOException {
        var words = "./posthorn " + typed;
        var call =
                """
                words=(%s)
                COMP_WORDS=("${words[@]}"); COMP_CWORD=$((${#words[@]} - 1))
                _posthorn; echo "${COMPREPLY[@]}"
                complete -p posthorn
                """
                        .formatted(words);

        var lines = lines("bash", script("bash") + call);

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo(offered);
        assertThat(lines.getLast()).contains("_posthorn");
    }

    @Test
    void bashCompletesFiles() throws IOException {
        Files.writeString(folder.resolve("mail.eml"), "");
        var call =
                """
                COMP_WORDS=(posthorn verify %s/ma); COMP_CWORD=2
                _posthorn; echo "${COMPREPLY[@]}"
                """
                        .formatted(folder);

        assertThat(lines("bash", script("bash") + call))
                .containsExactly(folder.resolve("mail.eml").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "explain spf.too-many, spf.too-many-lookups",
        "spf --receiv, --receiver",
        "ver, verify"
    })
    void fishCompletes(String typed, String offered) throws IOException {
        var lines = lines("fish", script("fish") + "complete -C 'posthorn " + typed + "'\n");

        assertThat(lines).isNotEmpty().allMatch(line -> line.startsWith(offered));
    }

    @Test
    void zshReadsItsScript() throws IOException {
        var call =
                "autoload -Uz compinit && compinit -u -D\n"
                        + script("zsh")
                        + "print $_comps[posthorn]\n";

        assertThat(lines("zsh", call)).hasSize(1).first().asString().contains("_posthorn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void writesJsonOfTheSchema(String name) {
        var shell = new Shell();

        shell.run("completion", name, "--json");

        assertThat(Schema.faults(shell.out())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"completion", "completion tcsh", "completion bash zsh"})
    void refusesOtherShells(String line) {
        var shell = new Shell();

        assertThat(shell.run(line.split(" "))).isEqualTo(64);

        assertThat(shell.err()).hasLineCount(1);
    }
}
