package posthorn.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.ZoneDns;

class DemoWorldTest {

    @TempDir private Path folder;
    private DemoWorld world;

    @BeforeEach
    void copyTheWorld() {
        world = DemoWorld.in(folder);
    }

    @Test
    void copiesTheFilesThatAreMissing() throws IOException {
        Files.writeString(folder.resolve("healthy.example.zone"), "; mine");
        Files.delete(folder.resolve("plus-all.example.zone"));

        DemoWorld.in(folder);

        assertThat(folder.resolve("healthy.example.zone")).hasContent("; mine");
        assertThat(folder.resolve("plus-all.example.zone")).exists();
        assertThat(folder.resolve("lists.table")).exists();
    }

    @Test
    void answersFromTheFilesAsTheyAreNow() throws IOException {
        assertThat(spf()).containsExactly("v=spf1 mx -all");

        write("healthy.example. TXT \"v=spf1 ~all\"", 1);
        assertThat(spf()).containsExactly("v=spf1 ~all");

        write("healthy.example. TXT \"v=spf1 ?all\"", 2);
        assertThat(spf()).containsExactly("v=spf1 ?all");
    }

    @Test
    void staysAsItWasWhenAFileCannotBeRead() throws IOException {
        assertThat(spf()).containsExactly("v=spf1 mx -all");

        write("healthy.example. TXT \"unclosed", 1);

        assertThat(spf()).containsExactly("v=spf1 mx -all");
        assertThat(txt("plus-all.example")).isNotEmpty();
    }

    @Test
    void forgetsAFileThatIsGone() throws IOException {
        assertThat(spf()).isNotEmpty();

        Files.delete(folder.resolve("healthy.example.zone"));

        assertThat(spf()).isEmpty();
    }

    @Test
    void readsWhatEachDomainIsUsedFor() {
        var domains = DemoDomain.read(world.text("domains.table"));

        assertThat(domains).hasSizeGreaterThan(30);
        assertThat(domains)
                .extracting(domain -> domain.name().text())
                .contains("healthy.example", "ladegast.net", "sascha-brockel.de");
    }

    private void write(String text, int second) throws IOException {
        var file = folder.resolve("healthy.example.zone");
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }

    private List<String> spf() {
        return txt("healthy.example");
    }

    private List<String> txt(String name) {
        return new ZoneDns(world::zone)
                .txt(DnsName.of(name)).records().stream()
                        .map(Rdata.Text::joined)
                        .filter(text -> text.startsWith("v=spf1"))
                        .toList();
    }
}
