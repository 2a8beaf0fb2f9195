package posthorn.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Whether somebody is looking.
final class Terminal {

    private Terminal() {}

    /// Whether standard output is a terminal.
    static boolean isThere() {
        return isThere(1);
    }

    /// Whether standard error is a terminal.
    static boolean isWatching() {
        return isThere(2);
    }

    /// On Linux the link tells at once; elsewhere the console does, which takes a while to load.
    private static boolean isThere(int descriptor) {
        var link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                var target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException e) {
                return false;
            }
        }
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
