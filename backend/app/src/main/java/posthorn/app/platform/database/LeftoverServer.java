package posthorn.app.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import posthorn.app.platform.start.StartRefused;

/// A database server whose service was killed: it lives on and would block the next start.
final class LeftoverServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private LeftoverServer() {}

    /// Ends it. The caller holds the lock of the data folder, so nobody uses that server.
    static void stop(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var process = pid(file).flatMap(ProcessHandle::of).filter(it -> serves(it, cluster));
        if (process.isPresent()) {
            end(process.get(), file);
        }
        Files.deleteIfExists(file);
    }

    private static Optional<Long> pid(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,10}"))
                .map(Long::valueOf);
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        var arguments = process.info().arguments().map(List::of).orElse(List.of());
        return arguments.contains(cluster.toString());
    }

    private static void end(ProcessHandle server, Path file) {
        server.destroy();
        for (var waited = Duration.ZERO; isAlive(server, file); waited = waited.plus(PAUSE)) {
            if (waited.compareTo(PATIENCE) > 0) {
                throw new StartRefused(
                        "A database server of an earlier run (process %d) does not stop; end it first."
                                .formatted(server.pid()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// A server that has ended takes its file with it, even when nobody collects the process.
    private static boolean isAlive(ProcessHandle server, Path file) {
        return server.isAlive() && Files.exists(file);
    }
}
