package posthorn.app.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import posthorn.app.platform.start.StartRefused;

/// The folder that holds all data, locked for one running service.
final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /// Creates the folder if it is missing and locks it.
    static DataFolder open(Path root) {
        try {
            Files.createDirectories(root);
            return lock(root);
        } catch (FileSystemException refused) {
            throw notWritable(root, refused, refused.getReason());
        } catch (IOException refused) {
            throw notWritable(root, refused, refused.getMessage());
        }
    }

    private static DataFolder lock(Path root) throws IOException {
        var channel =
                FileChannel.open(
                        root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new StartRefused(
                    "Another Posthorn already uses the data folder %s; stop it first, or choose"
                                    .formatted(root)
                            + " another folder with --data.");
        }
        return new DataFolder(root, channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static StartRefused notWritable(
            Path root, IOException refused, @Nullable String reason) {
        return new StartRefused(
                "The data folder %s cannot be written%s."
                        .formatted(root, reason == null ? "" : ": " + reason),
                refused);
    }

    /// Where PostgreSQL keeps its data.
    Path cluster() {
        return root.resolve("postgres");
    }

    /// Where the programs of PostgreSQL are unpacked; can be deleted while nothing runs.
    Path binaries() {
        return root.resolve("postgres-binaries");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException _) {
            // The lock ends with the process anyway.
        }
    }
}
