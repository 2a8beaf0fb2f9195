package posthorn.engine.outside;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// Reads zone text: master-file lines (RFC 1035 §5.1) and, in place of record data, the words
/// `!TIMEOUT !SERVFAIL !REFUSED !BOGUS !MALFORMED !NODATA !NXDOMAIN`, each for the types behind it
/// or, without types, for every type the name has no records of. Failures with a type count beside
/// records too: the records are then for those who ask for them with their signatures, checked by
/// nobody (`MX+RRSIG`). `!SECURE TYPE` marks an answer as validated. `$ORIGIN` and `$TTL` are
/// known; names without a final dot are below the origin.
public final class ZoneReader {

    /// A line that cannot be read. `line` counts from 1.
    public static final class Unreadable extends RuntimeException {
        private final int line;

        Unreadable(int line, String why) {
            super("line " + line + ": " + why);
            this.line = line;
        }

        /// The number of the line.
        public int line() {
            return line;
        }
    }

    private static final long DEFAULT_TTL = 3600;

    private final Zone.Builder zone = new Zone.Builder();
    private Name origin = Name.root;
    private Name owner = Name.root;
    private long defaultTtl = DEFAULT_TTL;
    private int line;

    private ZoneReader() {}

    /// Reads zone text whose names are complete, as transcripts and cases are.
    ///
    /// @throws Unreadable if a line is no zone text
    public static Zone read(String text) {
        return read(text, DnsName.ROOT);
    }

    /// Reads zone text whose relative names are below `origin`.
    ///
    /// @throws Unreadable if a line is no zone text
    public static Zone read(String text, DnsName origin) {
        var reader = new ZoneReader();
        reader.origin = Wire.name(origin).orElseThrow();
        reader.owner = reader.origin;
        reader.lines(text);
        return reader.zone.build();
    }

    /// Reads several texts, each on its own, into one zone.
    ///
    /// @throws Unreadable if a line is no zone text
    public static Zone read(List<String> texts) {
        var reader = new ZoneReader();
        for (var text : texts) {
            reader.origin = Name.root;
            reader.owner = Name.root;
            reader.defaultTtl = DEFAULT_TTL;
            reader.lines(text);
        }
        return reader.zone.build();
    }

    private void lines(String text) {
        var pending = new StringBuilder();
        int depth = 0;
        int number = 0;
        for (var raw : text.split("\n", -1)) {
            number++;
            if (pending.isEmpty()) {
                line = number;
            }
            var scanned = scan(raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw);
            depth += scanned.depth();
            pending.append(scanned.text()).append(' ');
            if (depth <= 0) {
                entry(pending.toString());
                pending.setLength(0);
                depth = 0;
            }
        }
        if (!pending.toString().isBlank()) {
            throw new Unreadable(line, "parenthesis is not closed");
        }
    }

    private record Scanned(String text, int depth) {}

    /// One physical line without its comment and without parentheses.
    private static Scanned scan(String raw) {
        var out = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < raw.length()) {
                out.append(c).append(raw.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
                out.append(c);
            } else if (!quoted && c == ';') {
                break;
            } else if (!quoted && (c == '(' || c == ')')) {
                depth += c == '(' ? 1 : -1;
                out.append(' ');
            } else {
                out.append(c);
            }
        }
        return new Scanned(out.toString(), depth);
    }

    private void entry(String entry) {
        if (entry.isBlank()) {
            return;
        }
        var rest = new Rest(entry);
        if (entry.charAt(0) == '$') {
            directive(rest);
            return;
        }
        if (!Character.isWhitespace(entry.charAt(0))) {
            owner = name(rest.next());
        }
        record(rest);
    }

    private void directive(Rest rest) {
        var word = rest.next();
        switch (word.toUpperCase(Locale.ROOT)) {
            case "$ORIGIN" -> origin = name(rest.next());
            case "$TTL" -> defaultTtl = ttl(rest.next()).orElseThrow(() -> bad("no TTL"));
            default -> throw bad("unknown directive " + word);
        }
    }

    private void record(Rest rest) {
        long ttl = Answer.UNTOLD;
        var word = rest.next();
        while (true) {
            var seconds = ttl(word);
            if (seconds.isPresent()) {
                ttl = seconds.get();
            } else if (!word.equalsIgnoreCase("IN")) {
                break;
            }
            word = rest.next();
        }
        if (word.startsWith("!")) {
            mark(word.substring(1), ttl, rest.all());
        } else {
            data(word, ttl == Answer.UNTOLD ? defaultTtl : ttl, rest.remaining());
        }
    }

    private void mark(String word, long ttl, List<String> types) {
        var name = Wire.name(owner);
        if (word.equals("SECURE")) {
            types.forEach(type -> zone.secure(name, type(type)));
            return;
        }
        var mark = mark(word, ttl);
        if (types.isEmpty()) {
            zone.mark(name, mark);
        }
        types.forEach(type -> mark(name, type, mark));
    }

    private void mark(DnsName name, String kind, Zone.Mark mark) {
        if (kind.endsWith(Question.SIGNED)) {
            var type = kind.substring(0, kind.length() - Question.SIGNED.length());
            zone.markSigned(name, type(type), mark);
        } else {
            zone.mark(name, type(kind), mark);
        }
    }

    private Zone.Mark mark(String word, long ttl) {
        return switch (word) {
            case "NODATA" -> new Zone.Mark.Empty(ttl);
            case "NXDOMAIN" -> new Zone.Mark.Missing(ttl);
            case "TIMEOUT", "SERVFAIL", "REFUSED", "BOGUS", "MALFORMED", "NOT_NOW" ->
                    new Zone.Mark.Fails(Failure.valueOf(word));
            default -> throw bad("unknown word !" + word);
        };
    }

    private void data(String typeWord, long ttl, String rdata) {
        var type = type(typeWord);
        try {
            var record = Record.fromString(owner, type.code(), DClass.IN, ttl, rdata, origin);
            zone.add(Wire.name(owner), type, ttl, Wire.rdata(record));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private RecordType type(String word) {
        int code = Type.value(word);
        return RecordType.of(code).orElseThrow(() -> bad("unknown type " + word));
    }

    private Name name(String word) {
        try {
            return word.equals("@") ? origin : Name.fromString(word, origin);
        } catch (TextParseException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Long> ttl(String word) {
        return word.matches("[0-9]{1,10}") ? Optional.of(Long.parseLong(word)) : Optional.empty();
    }

    private Unreadable bad(String why) {
        return new Unreadable(line, why);
    }

    /// The words of an entry, one after the other.
    private final class Rest {
        private String text;

        Rest(String text) {
            this.text = text.strip();
        }

        String next() {
            if (text.isEmpty()) {
                throw bad("the line ends too early");
            }
            int end = 0;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            var word = text.substring(0, end);
            text = text.substring(end).strip();
            return word;
        }

        List<String> all() {
            var words = new ArrayList<String>();
            while (!text.isEmpty()) {
                words.add(next());
            }
            return words;
        }

        String remaining() {
            return text;
        }
    }
}
