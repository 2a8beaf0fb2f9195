package posthorn.engine.spf;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;

/// A domain's record with all its includes opened, as named values: what the finding
/// `spf.expansion` carries, without the questions about all that stands around the record.
public final class SpfTree {

    private SpfTree() {}

    /// Asks and opens; nothing unless the domain has exactly one record.
    public static Optional<Map<String, Object>> of(DnsName domain, Dns dns, Clock clock) {
        var records = SpfProbe.records(dns.txt(domain).records());
        return records.size() == 1
                ? Optional.of(tree(domain, records.getFirst().joined(), dns, clock))
                : Optional.empty();
    }

    private static Map<String, Object> tree(DnsName domain, String text, Dns dns, Clock clock) {
        var expansion = new Expander(dns, clock, domain).expand(SpfParser.read(text));
        return expansion.evidence(Coverage.of(expansion));
    }
}
