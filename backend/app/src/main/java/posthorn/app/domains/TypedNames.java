package posthorn.app.domains;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Several domains as a person lists them: one a line, or parted by commas, semicolons or blanks.
record TypedNames(List<String> lines) {

    static final int MOST = 100;

    TypedNames {
        lines = List.copyOf(lines);
    }

    static TypedNames read(String typed) {
        return new TypedNames(
                Arrays.stream(typed.split("[\\r\\n,;]+"))
                        .flatMap(TypedNames::words)
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList());
    }

    /// `Alice <alice@example.org>` is one thing, `example.org example.net` are two.
    private static Stream<String> words(String line) {
        return line.indexOf('<') >= 0 ? Stream.of(line) : Arrays.stream(line.split("\\s+"));
    }
}
