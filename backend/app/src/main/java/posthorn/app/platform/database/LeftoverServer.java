package posthorn.app.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import posthorn.app.platform.start.StartRefused;

/// A database server whose service was killed: it lives on and would block the next start.
final class LeftoverServer {

    private static final int PATIENCE_SECONDS = 30;

    private LeftoverServer() {}

    /// Ends it. The caller holds the lock of the data folder, so nobody uses that server.
    static void stop(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var process = pid(file).flatMap(ProcessHandle::of).filter(it -> serves(it, cluster));
        if (process.isPresent()) {
            end(process.get(), cluster);
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

    private static void end(ProcessHandle process, Path cluster) {
        process.destroy();
        try {
            var _ = process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            throw new StartRefused(
                    "A database server of an earlier run (process %d) still works on %s; end it first."
                            .formatted(process.pid(), cluster),
                    late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StartRefused("The start was interrupted.", stop);
        }
    }
}
