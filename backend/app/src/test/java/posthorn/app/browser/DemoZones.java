package posthorn.app.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import posthorn.app.platform.Repository;
import posthorn.engine.outside.World;
import posthorn.engine.outside.Zone;

/// The zones of the demo world as one zone.
final class DemoZones {

    private DemoZones() {}

    static Zone read() {
        try (var files = Files.list(Repository.file("ops/demo"))) {
            return World.read(
                            files.filter(file -> file.toString().endsWith(".zone"))
                                    .sorted()
                                    .map(DemoZones::text)
                                    .toList())
                    .zone();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
