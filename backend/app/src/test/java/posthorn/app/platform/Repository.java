package posthorn.app.platform;

import java.nio.file.Files;
import java.nio.file.Path;

/// The files of this repository, from whichever folder the tests run.
public final class Repository {

    private static final Path ROOT = root(Path.of("").toAbsolutePath());

    private Repository() {}

    /// A file or folder, by its path from the root.
    public static Path file(String path) {
        return ROOT.resolve(path);
    }

    private static Path root(Path folder) {
        if (Files.exists(folder.resolve("db-migrations"))) {
            return folder;
        }
        var parent = folder.getParent();
        if (parent == null) {
            throw new IllegalStateException("not inside the repository");
        }
        return root(parent);
    }
}
