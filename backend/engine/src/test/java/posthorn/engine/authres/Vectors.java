package posthorn.engine.authres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/// Reads the vector files; JSON is YAML.
final class Vectors {

    static final Path FOLDER = Path.of("src/test/resources/vectors/auth-results");

    private Vectors() {}

    static List<Map<?, ?>> load(String file) {
        try (var reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            return maps(new Yaml().load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Map<?, ?>> maps(Object list) {
        return ((List<?>) list).stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }

    static String text(Map<?, ?> of, String key) {
        return String.valueOf(Objects.requireNonNull(of.get(key), key));
    }
}
