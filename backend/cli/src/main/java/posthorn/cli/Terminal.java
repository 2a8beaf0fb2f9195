package posthorn.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Whether somebody is looking.
final class Terminal {

    private static final Path OUT = Path.of("/proc/self/fd/1");

    private Terminal() {}

    /// Whether standard output is a terminal. On Linux the link tells at once; elsewhere the
    /// console does, which takes a while to load.
    static boolean isThere() {
        if (Files.isSymbolicLink(OUT)) {
            try {
                var target = Files.readSymbolicLink(OUT).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException e) {
                return false;
            }
        }
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
