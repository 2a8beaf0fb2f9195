package posthorn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes what is compared with other implementations: two messages, and the TXT records they and
/// SPF need.
public final class Samples {

    private Samples() {}

    /// Writes into the folder given.
    public static void main(String[] args) throws IOException {
        var folder = Files.createDirectories(Path.of(args[0]));
        var small = SignedMessage.rsa(DkimBench.SMALL);
        var large = SignedMessage.rsa(DkimBench.LARGE, "large");
        Files.write(folder.resolve("small.eml"), small.octets());
        Files.write(folder.resolve("large.eml"), large.octets());
        var records = new ArrayList<>(Memory.texts());
        records.add(List.of(small.keyName(), small.record()));
        records.add(List.of(large.keyName(), large.record()));
        Files.write(
                folder.resolve("records.tsv"),
                records.stream().map(record -> String.join("\t", record)).toList());
    }
}
