package posthorn.app.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import posthorn.app.Posthorn;

/// The service as a process of its own, from start to end.
@Timeout(120)
class StartTest {

    @TempDir private Path data;
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() throws InterruptedException {
        for (var process : processes) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void outlivesAKillAndStopsCleanlyWithItsDatabase() throws Exception {
        var port = freePort();
        var first = start("--port", port, "--data", data.toString());
        awaitReady(first, port);
        var leftover = serverId();
        first.destroyForcibly().waitFor();

        var second = start("--port", port, "--data", data.toString());
        awaitReady(second, port);

        assertThat(serverId()).isNotEqualTo(leftover);
        assertThat(health(port)).isEqualTo("{\"status\":\"UP\"}");
        second.destroy();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(143);
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(errors()).isEmpty();
    }

    @Test
    void refusesInOneSentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            var port = Integer.toString(taken.getLocalPort());

            var process = start("--port", port, "--data", data.toString());

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(process.inputReader().lines()).isEmpty();
            assertThat(errors())
                    .containsExactly(
                            "posthorn: Port %s is already in use; stop the other program or choose another port with --port."
                                    .formatted(port));
            assertThat(data.resolve("postgres")).doesNotExist();
        }
    }

    private Process start(String... options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(Posthorn.class.getName());
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).directory(data.toFile());
        builder.redirectError(data.resolve("errors").toFile());
        var process = builder.start();
        processes.add(process);
        return process;
    }

    private void awaitReady(Process process, String port) throws IOException {
        var lines = new ArrayList<String>();
        var reader = process.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.equals("Posthorn is ready: http://localhost:" + port)) {
                return;
            }
        }
        throw new AssertionError(String.join("\n", lines) + errors());
    }

    private List<String> errors() throws IOException {
        return Files.readAllLines(data.resolve("errors"));
    }

    private String serverId() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
    }

    private static String health(String port) throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + port + "/actuator/health");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
