package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class BatchTest {

    private static final String ZONE =
            """
            example.org. TXT "v=spf1 ip4:192.0.2.1 -all"
            """;

    @TempDir private Path folder;

    private List<Map<?, ?>> batch(Shell shell, int status, String... lines) {
        shell.typing(String.join("\n", lines));
        var zone = Shell.zone(folder, ZONE);
        assertThat(shell.run("spf", "--batch", "--zone", zone, "--helo", "a.example"))
                .isEqualTo(status);
        assertThat(shell.err()).isEmpty();
        return shell.out()
                .lines()
                .peek(line -> assertThat(Schema.faults(line)).isEmpty())
                .<Map<?, ?>>map(line -> (Map<?, ?>) Objects.requireNonNull(Json.read(line)))
                .toList();
    }

    private static String line(Object id, String ip) {
        return "{\"id\":%s,\"ip\":\"%s\",\"sender\":\"alice@example.org\"}".formatted(id, ip);
    }

    @Test
    void answersInOrderWithTheCallersIds() {
        var lines = IntStream.range(0, 500).mapToObj(i -> line(i, "192.0.2." + i % 4)).toList();

        var answers = batch(new Shell(), 0, lines.toArray(String[]::new));

        assertThat(answers.stream().<@Nullable Object>map(a -> a.get("id")).toList())
                .isEqualTo(IntStream.range(0, 500).boxed().toList());
        assertThat(answers.get(401).get("result")).isEqualTo("pass");
        assertThat(answers.get(402).get("result")).isEqualTo("fail");
    }

    @Test
    void echoesIdsOfAnyKind() {
        var answers =
                batch(
                        new Shell(),
                        0,
                        line("\"ü\"", "192.0.2.1"),
                        line("[1,{\"a\":null}]", "192.0.2.1"),
                        "{\"ip\":\"192.0.2.1\",\"sender\":\"alice@example.org\"}");

        assertThat(answers.get(0).get("id")).isEqualTo("ü");
        assertThat(Json.write(answers.get(1).get("id"))).isEqualTo("[1,{\"a\":null}]");
        assertThat(answers.get(2).get("id")).isNull();
        assertThat(answers.get(2).containsKey("id")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "\"text\"",
                "{\"id\":7",
                "{\"id\":7} {}",
                "{\"id\":7,\"id\":7}",
                "{\"id\":7,\"frob\":\"x\"}",
                "{\"id\":7,\"ip\":5}",
                "{\"id\":7,\"ip\":[\"192.0.2.1\"]}",
                "{\"id\":7,\"ip\":\"192.0.2\",\"sender\":\"a@example.org\"}",
                "{\"id\":7,\"ip\":\"192.0.2.1\",\"sender\":\"a@example.org\",\"lang\":\"fr\"}",
                "{\"id\":1e999999999}",
                "{\"id\":1111111111111111111111111}"
            })
    void aBadLineGivesAnErrorInItsPlace(String bad) {
        var answers = batch(new Shell(), 64, line(1, "192.0.2.1"), bad, line(2, "192.0.2.1"));

        assertThat(answers).hasSize(3);
        assertThat(answers.get(1).get("status")).isEqualTo(64);
        assertThat(answers.get(1).get("error")).isInstanceOf(Map.class);
        assertThat(answers.get(2).get("result")).isEqualTo("pass");
    }

    @Test
    void hostileLinesAreRefusedQuickly() {
        var deep = "{\"id\":" + "[".repeat(100_000);
        var digits = "{\"id\":" + "1".repeat(500_000) + "}";
        var longLine = "{\"id\":\"" + "x".repeat(1_200_000) + "\"}";

        var answers = batch(new Shell(), 64, deep, digits, longLine, line(2, "192.0.2.1"));

        assertThat(answers).hasSize(4);
        assertThat(answers.subList(0, 3)).allMatch(a -> a.containsKey("error"));
        assertThat(answers.get(3).get("result")).isEqualTo("pass");
    }

    @Test
    void aLineMayOverruleTheCommandLine() {
        var answers =
                batch(
                        new Shell(),
                        0,
                        "{\"ip\":\"203.0.113.1\",\"helo\":\"example.org\",\"lang\":\"de\"}");

        assertThat(answers.getFirst().get("helo")).isEqualTo("example.org");
        assertThat(String.valueOf(answers.getFirst().get("text"))).contains("Der Begriff");
    }

    @Test
    void answersWhileStandardInputStaysOpen() throws IOException, InterruptedException {
        var zone = Shell.zone(folder, ZONE);
        try (var read = new PipedInputStream();
                var out =
                        new PrintStream(
                                new PipedOutputStream(read), false, StandardCharsets.UTF_8)) {
            Thread running;
            try (var typed = new PipedOutputStream()) {
                var streams =
                        new Streams(new PipedInputStream(typed), out, out, Map.of(), false, false);
                var tool = new CommandLineTool(streams, Clock.systemUTC());
                running =
                        Thread.ofVirtual().start(() -> tool.run("spf", "--batch", "--zone", zone));
                for (int i = 0; i < 3; i++) {
                    typed.write((line(i, "192.0.2.1") + "\n").getBytes(StandardCharsets.UTF_8));
                    typed.flush();

                    assertThat(lineOf(read)).contains("\"id\":" + i, "\"pass\"");
                }
            }
            running.join();
        }
    }

    private static String lineOf(PipedInputStream in) throws IOException {
        return IntStream.generate(() -> read(in))
                .takeWhile(c -> c != '\n')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static int read(PipedInputStream in) {
        try {
            return in.read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
