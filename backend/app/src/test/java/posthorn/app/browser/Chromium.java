package posthorn.app.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The Chromium or Chrome of this machine.
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Chromium() {}

    /// The one the environment variable CHROMIUM names, else the first on the path.
    static Optional<Path> find() {
        return Stream.concat(chosen(), onPath()).filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> chosen() {
        return Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of).stream();
    }

    private static Stream<Path> onPath() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    }
}
