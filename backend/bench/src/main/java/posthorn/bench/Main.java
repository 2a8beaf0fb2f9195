package posthorn.bench;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import posthorn.bench.Row.Goal;

/// Runs the benchmarks, all or those whose names match the first argument, and prints the table of
/// `docs/performance.md`.
public final class Main {

    private static final List<Row> ROWS =
            List.of(
                    new Row("BareBench.sha256", "bare SHA-256, 1 MiB", new Goal.None()),
                    new Row("BareBench.rsa", "bare RSA-2048 verification", new Goal.None()),
                    new Row("BareBench.ed25519", "bare Ed25519 verification", new Goal.None()),
                    new Row(
                            "SpfBench.evaluate",
                            "SPF, a record with three includes",
                            new Goal.AtMost(10_000)),
                    new Row("SpfBench.expand", "SPF, one `exists` with macros", new Goal.None()),
                    new Row("SpfBench.parse", "SPF, reading a record", new Goal.None()),
                    new Row(
                            "DkimBench.verify",
                            "DKIM, a message of 5 KB, RSA-2048",
                            new Goal.Share("BareBench.rsa", 0.75)),
                    new Row(
                            "DkimBench.verifyEd25519",
                            "DKIM, a message of 5 KB, Ed25519",
                            new Goal.Share("BareBench.ed25519", 0.75)),
                    new Row(
                            "DkimBench.verifyLarge",
                            "DKIM, a message of 1 MiB, RSA-2048",
                            new Goal.Share("BareBench.sha256", 0.4)),
                    new Row("DkimBench.parse", "DKIM, reading a key record", new Goal.None()),
                    new Row(
                            "DmarcBench.evaluate",
                            "DMARC, discovery and alignment",
                            new Goal.None()));

    private Main() {}

    /// Runs and prints.
    ///
    /// @param args a pattern in the benchmarks' names, or nothing
    public static void main(String[] args) throws RunnerException {
        var cpu =
                run(args.length == 0 ? "" : args[0]).stream()
                        .collect(Collectors.toMap(Main::name, Main::cpu));
        System.out.println("| what | CPU each | per second and core | goal |");
        System.out.println("|---|---|---|---|");
        ROWS.stream()
                .filter(row -> cpu.containsKey(row.benchmark()))
                .forEach(row -> System.out.println(row.text(cpu)));
    }

    private static Collection<RunResult> run(String part) throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include("posthorn\\.bench\\..*" + part)
                        .mode(Mode.Throughput)
                        .forks(1)
                        .threads(1)
                        .warmupIterations(12)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(8)
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgs(
                                "-XX:+UseSerialGC",
                                "-Xmx512m",
                                "--sun-misc-unsafe-memory-access=allow")
                        .addProfiler(CpuTime.class)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        return new Runner(options).run();
    }

    private static String name(RunResult result) {
        var name = result.getParams().getBenchmark();
        return name.substring(Main.class.getPackageName().length() + 1);
    }

    private static double cpu(RunResult result) {
        var measured = result.getSecondaryResults().get(CpuTime.NAME);
        return measured == null ? Double.NaN : measured.getScore();
    }
}
