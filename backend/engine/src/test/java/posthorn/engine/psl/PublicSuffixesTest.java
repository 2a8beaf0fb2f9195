package posthorn.engine.psl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.outside.DnsName;

class PublicSuffixesTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors/psl");
    private static final Pattern CALL =
            Pattern.compile("^checkPublicSuffix\\((null|'[^']*'), (null|'[^']*')\\);");

    private final PublicSuffixes suffixes = PublicSuffixes.builtIn();

    record Vector(String name, String expected) {}

    static List<Vector> columns() throws IOException {
        return Files.readAllLines(VECTORS.resolve("tests.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("//"))
                .map(line -> line.split(" "))
                .map(words -> new Vector(words[0], words[1]))
                .toList();
    }

    static List<Vector> calls() throws IOException {
        return Files.readAllLines(VECTORS.resolve("test_psl.txt")).stream()
                .map(CALL::matcher)
                .filter(call -> call.find())
                .map(call -> new Vector(bare(call.group(1)), bare(call.group(2))))
                .toList();
    }

    static Stream<Vector> vectors() throws IOException {
        return Stream.concat(columns().stream(), calls().stream());
    }

    private static String bare(String quoted) {
        return quoted.replace("'", "");
    }

    @Test
    void bothFormsAreComplete() throws IOException {
        assertThat(columns()).hasSize(78);
        assertThat(calls()).hasSize(78);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void findsTheRegistrableDomain(Vector vector) {
        var expected =
                vector.expected().equals("null")
                        ? Optional.<DnsName>empty()
                        : DnsName.fromPerson(vector.expected());

        // An empty input and one with a leading dot are no names.
        var name = DnsName.fromPerson(vector.name()).filter(_ -> !vector.name().equals("null"));

        assertThat(name.flatMap(suffixes::registrableDomain)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org", "co.uk", "test", "github.io", "c.mm"})
    void knowsWhatIsAPublicSuffix(String name) {
        assertThat(suffixes.isPublicSuffix(DnsName.of(name))).isTrue();
        assertThat(suffixes.organizationalDomain(DnsName.of(name))).isEqualTo(DnsName.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "www.example.co.uk", "city.kobe.jp", "."})
    void knowsWhatIsNone(String name) {
        assertThat(suffixes.isPublicSuffix(DnsName.of(name))).isFalse();
    }

    @Test
    void findsTheOrganizationalDomainOfALongName() {
        assertThat(suffixes.organizationalDomain(DnsName.of("a.b.mail.example.co.uk")))
                .isEqualTo(DnsName.of("example.co.uk"));
    }
}
