package posthorn.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConfigurationPageTest {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z.-]+)` \\| (.+?) \\| .*[.] \\|");
    private static final Settings DEFAULTS = bind(Map.of());

    @Test
    void namesEverySettingAndNoOther() throws IOException {
        assertThat(rows()).containsOnlyKeys(SettingNames.all());
    }

    @Test
    void tellsTheDefaultsOfTheCode() throws IOException {
        var told =
                rows().entrySet().stream()
                        .filter(row -> row.getValue().matches("empty|`[^`]+`"))
                        .collect(
                                Collectors.toMap(
                                        row -> "posthorn." + row.getKey(),
                                        row -> value(row.getValue())));

        assertThat(told).hasSizeGreaterThan(15);
        assertThat(bind(told)).isEqualTo(DEFAULTS);
    }

    private static String value(String cell) {
        return cell.equals("empty") ? "" : cell.replace("`", "");
    }

    private static Map<String, String> rows() throws IOException {
        return Files.readAllLines(Repository.file("docs/configuration.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    private static Settings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("posthorn", Settings.class);
    }
}
