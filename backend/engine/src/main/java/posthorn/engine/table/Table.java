package posthorn.engine.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// A text of blocks: `[id]` on a line of its own, then lines of a word, blanks, and a value. `#` at
/// the start of a line, or after a blank, starts a comment.
///
/// @param head the lines before the first block
public record Table(List<Block.Line> head, List<Block> blocks) {

    public Table {
        head = List.copyOf(head);
        blocks = List.copyOf(blocks);
    }

    /// Reads a table.
    ///
    /// @throws Unreadable if a line is no line of a table, or an id stands there twice
    public static Table read(String text) {
        var reader = new Reader();
        text.lines().forEach(reader::line);
        return reader.table();
    }

    /// Reads a table that lies among our own resources.
    public static Table resource(String path) {
        try (var stream = Table.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new FileNotFoundException(path);
            }
            return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader {

        private final List<Block.Line> head = new ArrayList<>();
        private final List<Block> blocks = new ArrayList<>();
        private final HashSet<String> ids = new HashSet<>();
        private List<Block.Line> lines = head;
        private String id = "";
        private int start;
        private int number;

        void line(String raw) {
            number++;
            var line = withoutComment(raw).strip();
            if (line.startsWith("[")) {
                open(line);
            } else if (!line.isEmpty()) {
                lines.add(parsed(line));
            }
        }

        private static String withoutComment(String raw) {
            if (raw.startsWith("#")) {
                return "";
            }
            int at = raw.indexOf(" #");
            return at < 0 ? raw : raw.substring(0, at);
        }

        private void open(String line) {
            close();
            if (!line.matches("\\[[a-z0-9][a-z0-9.-]{0,62}]")) {
                throw new Unreadable(number, "no id: " + line);
            }
            id = line.substring(1, line.length() - 1);
            if (!ids.add(id)) {
                throw new Unreadable(number, "[" + id + "] stands here twice");
            }
            start = number;
            lines = new ArrayList<>();
        }

        private Block.Line parsed(String line) {
            var parts = line.split("\\s+", 2);
            boolean sure = !parts[0].endsWith("?");
            var word = sure ? parts[0] : parts[0].substring(0, parts[0].length() - 1);
            return new Block.Line(number, word, sure, parts.length > 1 ? parts[1] : "");
        }

        private void close() {
            if (!id.isEmpty()) {
                blocks.add(new Block(id, start, lines));
            }
        }

        Table table() {
            close();
            id = "";
            return new Table(head, blocks);
        }
    }
}
