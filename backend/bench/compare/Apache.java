import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.impl.SPF;

/// CPU time of jSPF and jDKIM for the samples in the folder given; prints "task<TAB>nanoseconds".
final class Apache {

    private static final int WARM_UP = 8;
    private static final int BLOCKS = 6;
    private static final long SECOND = 1_000_000_000;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private interface Task {
        void run() throws Exception;
    }

    private final Path folder;
    private final Map<String, String> records = new HashMap<>();

    private Apache(Path folder) throws Exception {
        this.folder = folder;
        for (var line : Files.readAllLines(folder.resolve("records.tsv"))) {
            var parts = line.split("\t", 2);
            records.put(parts[0], parts[1]);
        }
    }

    public static void main(String[] args) throws Exception {
        var apache = new Apache(Path.of(args[0]));
        measure("spf", apache.spf());
        measure("small", apache.dkim("small.eml"));
        measure("large", apache.dkim("large.eml"));
        System.exit(0); // jSPF leaves threads behind
    }

    private Task spf() {
        var spf = new SPF(new Memory(records));
        return () -> {
            var result = spf.checkSPF("203.0.113.200", "alice@example.org", "mail.example.net");
            if (!result.getResult().equals("pass")) {
                throw new IllegalStateException("SPF: " + result.getResult());
            }
        };
    }

    private Task dkim(String file) throws Exception {
        var message = Files.readAllBytes(folder.resolve(file));
        var verifier =
                new DKIMVerifier(
                        (_, selector, domain) ->
                                List.of(records.get(selector + "._domainkey." + domain)));
        return () -> {
            if (verifier.verify(new ByteArrayInputStream(message)).size() != 1) {
                throw new IllegalStateException("DKIM");
            }
        };
    }

    private record Memory(Map<String, String> records) implements DNSService {

        @Override
        public List<String> getRecords(DNSRequest request) {
            var text = records.get(request.getHostname());
            return request.getRecordType() == DNSRequest.TXT && text != null
                    ? List.of(text)
                    : List.of();
        }

        @Override
        public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
            return CompletableFuture.completedFuture(getRecords(request));
        }

        @Override
        public List<String> getLocalDomainNames() {
            return List.of();
        }

        @Override
        public void setTimeOut(int seconds) {}

        @Override
        public int getRecordLimit() {
            return 10;
        }

        @Override
        public void setRecordLimit(int limit) {}
    }

    private static void measure(String name, Task task) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            block(task);
        }
        double least = Double.MAX_VALUE;
        for (int i = 0; i < BLOCKS; i++) {
            least = Math.min(least, block(task));
        }
        System.out.printf("%s\t%.0f%n", name, least);
    }

    private static double block(Task task) throws Exception {
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
