package posthorn.engine.mtasts;

import java.util.List;
import posthorn.engine.check.Parsed;
import posthorn.engine.check.Parsed.Fault;
import posthorn.engine.outside.DnsName;

/// A policy (RFC 8461 §3.2), read as far as it can be read.
///
/// @param text each octet as the Latin-1 character of the same number
/// @param maxAge how long it may be kept, in seconds
/// @param mx the patterns of the hosts it allows
/// @param missing the fields that are not there
/// @param faults places that keep senders from using it
/// @param oddities places that do not, but by the grammar could
public record StsPolicy(
        String text,
        PolicyMode mode,
        long maxAge,
        List<String> mx,
        List<String> missing,
        List<Fault> faults,
        List<Fault> oddities) {

    static final String SYNTAX = "mtasts.policy-syntax";
    static final String ODD = "mtasts.policy-line";

    public StsPolicy {
        mx = List.copyOf(mx);
        missing = List.copyOf(missing);
        faults = List.copyOf(faults);
        oddities = List.copyOf(oddities);
    }

    /// Reads text by the grammar.
    public static Parsed<StsPolicy> parse(String text) {
        var policy = read(text);
        var faults =
                java.util.stream.Stream.of(policy.faults(), policy.oddities())
                        .flatMap(List::stream)
                        .toList();
        return faults.isEmpty() && policy.missing().isEmpty()
                ? new Parsed.Valid<>(policy)
                : new Parsed.Malformed<>(text, faults);
    }

    /// Reads what can be read.
    static StsPolicy read(String text) {
        return new PolicyReader(text).read();
    }

    /// Whether senders can use it.
    boolean isUsable() {
        return faults.isEmpty() && missing.isEmpty();
    }

    /// Whether it allows this host.
    public boolean allows(DnsName host) {
        return mx.stream().anyMatch(pattern -> matches(pattern, host));
    }

    /// RFC 8461 §4.1: a `*` stands for one label, the leftmost.
    static boolean matches(String pattern, DnsName host) {
        var name = DnsName.of(pattern);
        return name.equals(host)
                || (pattern.startsWith("*.")
                        && host.labels().size() > 1
                        && name.parent().equals(host.parent()));
    }
}
