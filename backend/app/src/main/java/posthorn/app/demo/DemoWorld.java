package posthorn.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import posthorn.engine.outside.World;
import posthorn.engine.outside.Zone;
import posthorn.engine.outside.ZoneReader;

/// The zone files of the demo in a folder where anybody may edit them. Each question is answered
/// from what the files say now; a file that cannot be read counts as it was before.
final class DemoWorld {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWorld.class);
    private static final String ZONE = ".zone";

    private record Stamp(FileTime modified, long size) {}

    private final Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, String> texts = new TreeMap<>();
    private Map<String, Stamp> stamps = Map.of();
    private World world = World.read("");

    private DemoWorld(Path folder) {
        this.folder = folder;
    }

    /// The world in this folder; what is missing there is copied from the program.
    static DemoWorld in(Path folder) {
        try {
            Files.createDirectories(folder);
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:demo/*");
            for (var file : files) {
                var target = folder.resolve(Objects.requireNonNull(file.getFilename()));
                if (!Files.exists(target)) {
                    Files.write(target, file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DemoWorld(folder);
    }

    /// The DNS as the files tell it now.
    Zone zone() {
        return world().zone();
    }

    /// The world as the files tell it now.
    World world() {
        lock.lock();
        try {
            var now = stamps();
            if (!now.equals(stamps)) {
                read(now);
            }
            return world;
        } finally {
            lock.unlock();
        }
    }

    /// A file of the world, as it is now.
    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The texts of all zone files by file name.
    Map<String, String> texts() {
        world();
        lock.lock();
        try {
            return new TreeMap<>(texts);
        } finally {
            lock.unlock();
        }
    }

    private void read(Map<String, Stamp> now) {
        texts.keySet().retainAll(now.keySet());
        now.forEach((name, stamp) -> {
            if (!stamp.equals(stamps.get(name))) {
                readFile(name);
            }
        });
        stamps = now;
        world = World.read(texts.values());
    }

    private void readFile(String name) {
        try {
            var text = text(name);
            World.read(text);
            texts.put(name, text);
        } catch (UncheckedIOException | ZoneReader.Unreadable e) {
            LOG.warn("event=zone-unreadable file={} why={}", name, e.getMessage());
        }
    }

    private Map<String, Stamp> stamps() {
        try (Stream<Path> files = Files.list(folder)) {
            var found = new HashMap<String, Stamp>();
            for (var file : files.filter(path -> path.toString().endsWith(ZONE)).toList()) {
                var of = Files.readAttributes(file, BasicFileAttributes.class);
                found.put(
                        file.getFileName().toString(), new Stamp(of.lastModifiedTime(), of.size()));
            }
            return found;
        } catch (IOException e) {
            LOG.warn("event=zones-unreadable why={}", e.getMessage());
            return stamps;
        }
    }
}
