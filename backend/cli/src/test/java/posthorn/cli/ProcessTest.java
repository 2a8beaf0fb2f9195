package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import posthorn.engine.outside.DnsServer;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.ServerText;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

/// The real process: exit status, streams, encoding.
@Timeout(60)
class ProcessTest {

    private static final String ZONE =
            """
            example.org. TXT "v=spf1 ip4:192.0.2.1 -all"
            """;

    private record Ended(int status, String out, String err) {}

    private static Process start(String... args) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(
                List.of(
                        "-cp",
                        Objects.requireNonNull(System.getProperty("java.class.path")),
                        "posthorn.cli.Main"));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private static Ended run(String... args) throws IOException, InterruptedException {
        var process = start(args);
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    private static DnsServer server() throws IOException {
        var loopback = IpText.four("127.0.0.1").orElseThrow();
        return DnsServer.start(
                new InetSocketAddress(loopback, 0), new ZoneDns(ZoneReader.read(ZONE)));
    }

    @Test
    void asksTheResolverItWasGiven() throws Exception {
        try (var server = server()) {
            var resolver = ServerText.of(server.address());

            var ended =
                    run(
                            "spf",
                            "--ip",
                            "192.0.2.1",
                            "--sender",
                            "alice@example.org",
                            "--resolver",
                            resolver,
                            "--json");

            assertThat(ended.status()).isZero();
            assertThat(ended.err()).isEmpty();
            assertThat(Schema.faults(ended.out())).isEmpty();
            assertThat(ended.out()).contains(resolver + " aa");
        }
    }

    @Test
    void answersABatchLineBeforeTheNextIsTyped() throws Exception {
        try (var server = server()) {
            var process = start("spf", "--batch", "--resolver", ServerText.of(server.address()));
            try (var in = process.outputWriter(StandardCharsets.UTF_8);
                    var out = process.inputReader(StandardCharsets.UTF_8)) {
                for (int i = 0; i < 2; i++) {
                    in.write(
                            "{\"id\":%d,\"ip\":\"192.0.2.1\",\"sender\":\"a@example.org\"}\n"
                                    .formatted(i));
                    in.flush();

                    assertThat(out.readLine()).contains("\"id\":" + i, "\"pass\"");
                }
            }
            assertThat(process.waitFor()).isZero();
        }
    }

    @Test
    void wrongUsageIsOneSentenceAndStatus64() throws Exception {
        var ended = run("check", "--lang", "de");

        assertThat(ended.status()).isEqualTo(64);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .isEqualTo(
                        "posthorn: Nennen Sie mindestens eine Domain, etwa: posthorn check"
                                + " example.org\n");
    }
}
