package posthorn.app.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.app.platform.Repository;

/// Every value that a finding about a domain can carry has a name people can read.
class EvidenceLabelsTest {

    private static final Pattern NAME =
            Pattern.compile("(?:^|\\s)([a-zA-Z0-9]+)=(?:\"[^\"]*\"|\\S+)");
    private static final String CASES = "backend/engine/src/test/resources/cases";

    @ParameterizedTest
    @ValueSource(strings = {"reports", "reports_de"})
    void everyNameInACaseHasALabel(String messages) throws IOException {
        var texts = new Properties();
        var file = Repository.file("frontend-templates/messages/" + messages + ".properties");
        texts.load(new StringReader(Files.readString(file)));

        assertThat(namesInCases())
                .hasSizeGreaterThan(100)
                .allMatch(name -> texts.containsKey("reports.evidence." + name));
    }

    /// Messages (`tm`) are shown on pages of their own.
    private static Set<String> namesInCases() throws IOException {
        try (var files = Files.walk(Repository.file(CASES))) {
            var cases =
                    files.filter(file -> file.toString().endsWith(".case"))
                            .filter(file -> !file.toString().contains("/tm/"))
                            .toList();
            var names = new TreeSet<String>();
            for (var file : cases) {
                var text = Files.readString(file);
                var findings = text.substring(text.indexOf("\nfindings") + 1);
                names.addAll(
                        findings.lines()
                                .flatMap(line -> NAME.matcher(line).results())
                                .map(found -> found.group(1))
                                .collect(Collectors.toSet()));
            }
            return names;
        }
    }
}
