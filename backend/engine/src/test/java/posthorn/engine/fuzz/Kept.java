package posthorn.engine.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Inputs that once were a mistake of ours: `src/test/resources/fuzz/<target>/`.
final class Kept {

    private Kept() {}

    static List<Path> of(Target target) {
        var folder = Path.of("src/test/resources/fuzz", target.name());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
