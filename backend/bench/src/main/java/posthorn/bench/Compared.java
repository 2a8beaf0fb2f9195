package posthorn.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import posthorn.engine.message.RawMessage;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.Source;
import posthorn.engine.signature.DkimVerifier;
import posthorn.engine.signature.Result;
import posthorn.engine.spf.SpfEvaluator;
import posthorn.engine.spf.SpfQuery;

/// The engine's side of the comparison with others, measured as they are: the least CPU time of
/// some blocks of a second each.
public final class Compared {

    private static final int WARM_UP = 8;
    private static final int BLOCKS = 6;
    private static final long SECOND = 1_000_000_000;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private interface Task {
        void run() throws IOException;
    }

    private Compared() {}

    /// Measures with the samples in the folder given.
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var dns = dns(Files.readAllLines(folder.resolve("records.tsv")));
        measure("spf", spf(dns));
        measure("small", dkim(dns, folder.resolve("small.eml")));
        measure("large", dkim(dns, folder.resolve("large.eml")));
    }

    private static Dns dns(List<String> lines) {
        Map<Question, Answer<Rdata>> answers = new HashMap<>();
        for (var line : lines) {
            int tab = line.indexOf('\t');
            var text = List.<Rdata>of(Rdata.Text.of(line.substring(tab + 1)));
            answers.put(
                    new Question(DnsName.of(line.substring(0, tab)), RecordType.TXT),
                    new Answer.Data<>(text, 300, false, List.of(), Source.local("memory")));
        }
        Answer<Rdata> nothing = new Answer.NxDomain<>(List.of(), Source.local("memory"));
        return question -> answers.getOrDefault(question, nothing);
    }

    private static Task spf(Dns dns) {
        var evaluator = new SpfEvaluator(dns, Clock.systemUTC());
        var ip = IpText.parse("203.0.113.200").orElseThrow();
        var query = new SpfQuery(ip, "mail.example.net", "alice@example.org", "mx.example.com");
        return () -> {
            var result = evaluator.evaluate(query).result();
            if (result != posthorn.engine.spf.Result.PASS) {
                throw new IllegalStateException("SPF: " + result);
            }
        };
    }

    private static Task dkim(Dns dns, Path file) throws IOException {
        var message = RawMessage.of(Files.readAllBytes(file));
        var verifier = new DkimVerifier(dns, Clock.systemUTC());
        return () -> {
            var result = verifier.verify(message).getFirst().result();
            if (result != Result.PASS) {
                throw new IllegalStateException("DKIM: " + result);
            }
        };
    }

    private static void measure(String name, Task task) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            block(task);
        }
        double least = Double.MAX_VALUE;
        for (int i = 0; i < BLOCKS; i++) {
            least = Math.min(least, block(task));
        }
        System.out.printf("%s\t%.0f%n", name, least);
    }

    private static double block(Task task) throws IOException {
        long before = SYSTEM.getProcessCpuTime();
        long times = 0;
        while (SYSTEM.getProcessCpuTime() - before < SECOND) {
            for (int i = 0; i < 50; i++) {
                task.run();
            }
            times += 50;
        }
        return (SYSTEM.getProcessCpuTime() - before) / (double) times;
    }
}
