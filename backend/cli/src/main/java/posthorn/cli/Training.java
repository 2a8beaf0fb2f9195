package posthorn.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsServer;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.ServerText;

/// Does once what short runs do, so that the JDK learns which classes they need. The launcher runs
/// this after a build to make its cache.
public final class Training {

    private static final String MESSAGE =
            """
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=healthy.example; s=mail;
             h=from:subject; bh=frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=; b=c2lnbmF0dXJl
            From: Alice <alice@healthy.example>
            Subject: training

            """;

    private Training() {}

    /// Runs verbs on the zones of the folder `args[0]`, from their files and over the wire.
    public static void main(String[] args) throws IOException {
        train(args[0]);
        Runtime.getRuntime().exit(0); // an orderly end: this is when the cache is written
    }

    /// Runs them; how each of them ended.
    static List<Integer> train(String folder) throws IOException {
        var statuses = new ArrayList<Integer>();
        var files = List.of("--zone", folder);
        statuses.add(run(List.of("check", "healthy.example", "--selector", "mail"), files));
        statuses.add(run(List.of("check", "slip.example", "--lang", "de", "--json"), files));
        statuses.add(run(List.of("explain", "spf.ok"), List.of()));
        statuses.add(run(List.of("--help"), List.of()));
        var loopback = new InetSocketAddress(IpText.four("127.0.0.1").orElseThrow(), 0);
        try (var server = DnsServer.start(loopback, dns(files))) {
            var wire = List.of("--resolver", ServerText.of(server.address()));
            for (var source : List.of(files, wire)) {
                runs().forEach(run -> statuses.add(run(run, source)));
            }
        }
        return statuses;
    }

    private static Dns dns(List<String> files) {
        var values = new Values(Map.of("zone", files.subList(1, 2)));
        return new Work(Clock.systemUTC(), nobody()).outside(values).dns();
    }

    private static List<List<String>> runs() {
        return List.of(
                List.of("spf", "--ip", "192.0.2.1", "--sender", "alice@eleven-lookups.example"),
                List.of("spf", "--ip", "192.0.2.1", "--helo", "healthy.example", "--json"),
                List.of("dkim", "healthy.example", "--selector", "mail"),
                List.of("dmarc", "healthy.example"),
                verify("--lang", "en"),
                verify("--json"));
    }

    private static List<String> verify(String... more) {
        var message = Base64.getEncoder().encodeToString(MESSAGE.getBytes(StandardCharsets.UTF_8));
        var args =
                new ArrayList<>(
                        List.of(
                                "verify",
                                "--message",
                                message,
                                "--ip",
                                "192.0.2.1",
                                "--helo",
                                "mail.healthy.example",
                                "--mail-from",
                                "alice@healthy.example"));
        args.addAll(List.of(more));
        return args;
    }

    private static int run(List<String> args, List<String> source) {
        var all = new ArrayList<>(args);
        all.addAll(source);
        return tool().run(all.toArray(String[]::new));
    }

    private static CommandLineTool tool() {
        return new CommandLineTool(nobody(), Clock.systemUTC());
    }

    private static Streams nobody() {
        var nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Streams(InputStream.nullInputStream(), nowhere, nowhere, Map.of(), false, false);
    }
}
