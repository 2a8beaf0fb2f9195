package posthorn.engine.rdns;

import java.util.Set;
import posthorn.engine.outside.DnsName;

/// Names that mean something in one house only.
final class LocalName {

    /// RFC 6761, RFC 6762, RFC 8375, and what is used without having been given.
    private static final Set<String> ENDINGS =
            Set.of(
                    "localhost",
                    "local",
                    "lan",
                    "localdomain",
                    "internal",
                    "home",
                    "intern",
                    "corp");

    private LocalName() {}

    static boolean isLocal(DnsName name) {
        var labels = name.labels();
        return labels.isEmpty()
                || ENDINGS.contains(labels.getLast())
                || name.isWithin(DnsName.of("home.arpa"));
    }
}
