package posthorn.engine.bimi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/// The logos of mailauth and Mail::BIMI, whole.
class SvgVectorsTest {

    private static final Path FOLDER = Path.of("src/test/resources/vectors/bimi");

    /// mailauth does not look at the version, which the profile and Gmail ask for.
    private static final Map<String, Boolean> OTHERWISE =
            Map.of("Should handle SVG with arrays of elements", false);

    static Stream<Map<?, ?>> vectors() throws IOException {
        return ((List<?>) new Yaml().load(Files.readString(FOLDER.resolve("svg-cases.json"))))
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item);
    }

    @Test
    void allAreThere() throws IOException {
        assertThat(vectors()).hasSize(16);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aLogoIsTakenOrRefused(Map<?, ?> vector) {
        var svg = new String(String.valueOf(vector.get("svg")).getBytes(UTF_8), ISO_8859_1);
        var valid = OTHERWISE.getOrDefault(String.valueOf(vector.get("name")), isValid(vector));

        var logo = SvgLogo.read(svg);

        assertThat(logo.kinds().stream().noneMatch(SvgLogo.Kind::isRefused)).isEqualTo(valid);
    }

    private static boolean isValid(Map<?, ?> vector) {
        return Boolean.TRUE.equals(vector.get("valid"));
    }

    @Test
    void aLogoInUseHasNoFault() throws IOException {
        var logo = SvgLogo.read(Files.readString(FOLDER.resolve("FM-good.svg"), ISO_8859_1));

        assertThat(logo.faults()).isEmpty();
        assertThat(logo.title()).contains("FM-Icon-RGB");
        assertThat(logo.sides()).contains(new SvgLogo.Sides(1024, 1024));
    }
}
