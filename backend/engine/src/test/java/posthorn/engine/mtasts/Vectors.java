package posthorn.engine.mtasts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/// Reads the vector files; JSON is YAML.
final class Vectors {

    private static final Path FOLDER = Path.of("src/test/resources/vectors/mta-sts");

    private Vectors() {}

    static Map<?, ?> json(String file) {
        return (Map<?, ?>) new Yaml().load(text(file));
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Map<?, ?>> maps(Map<?, ?> of, String key) {
        return ((List<?>) Objects.requireNonNull(of.get(key)))
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item);
    }

    static Map<?, ?> map(Map<?, ?> of, Object key) {
        return (Map<?, ?>) Objects.requireNonNull(of.get(key));
    }

    static String text(Map<?, ?> of, String key) {
        return String.valueOf(Objects.requireNonNull(of.get(key), key));
    }
}
