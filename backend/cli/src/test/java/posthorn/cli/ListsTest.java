package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsTest {

    private static final String ZONE =
            """
            example.org.                  MX   10 mail.example.org.
            mail.example.org.             A    192.0.2.10
            2.0.0.127.bl.example.net.     A    127.0.0.2
            20.2.0.192.bl.example.net.    A    127.0.0.2
            """;

    private static final String LISTS =
            """
            only
            [house]
            name   House List
            zone   bl.example.net
            lists  ip4
            tier   B
            on     yes
            code   127.0.0.2 spam
            """;

    @TempDir private Path folder;

    private final Shell shell = new Shell();

    @Test
    void asksTheListsOfAFile() throws IOException {
        shell.run(
                "check",
                "example.org",
                "--lang",
                "en",
                "--host",
                "192.0.2.20",
                "--zone",
                file("zone", ZONE),
                "--lists",
                file("lists", LISTS));

        assertThat(shell.out()).contains("192.0.2.20 is on the list House List.");
    }

    @Test
    void withoutAFileNoListIsAskedAndTheReportSaysSo() throws IOException {
        shell.run("check", "example.org", "--lang", "en", "--zone", file("zone", ZONE));

        assertThat(shell.out()).contains("DNS lists were not asked").doesNotContain("DNSBL");
    }

    @Test
    void namesTheLineThatCannotBeUnderstood() throws IOException {
        int status =
                shell.run(
                        "check",
                        "example.org",
                        "--lang",
                        "en",
                        "--lists",
                        file("lists", LISTS + "colour blue\n"));

        assertThat(status).isEqualTo(64);
        assertThat(shell.err()).contains("line 9: unknown word \"colour\"");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
