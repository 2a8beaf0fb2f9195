package posthorn.engine.mtasts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Target;
import posthorn.engine.mailhost.MailHosts;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;

/// Asks for the record, the policy and the MX records and, where a policy is in effect, the hosts.
final class MtaStsProbe implements Probe<Target, MtaStsFacts> {

    @Override
    public MtaStsFacts probe(Target target, Outside outside) {
        var domain = target.domain();
        var lookup = StsLookup.of(domain, outside);
        boolean asks =
                lookup.inEffect().filter(policy -> policy.mode() != PolicyMode.NONE).isPresent();
        var hosts = asks ? MailHosts.of(domain, outside) : new MailHosts.None();
        return new MtaStsFacts(
                target, lookup, names(target, outside), hosts, outside.clock().instant());
    }

    private static List<DnsName> names(Target target, Outside outside) {
        return MailHosts.names(target.domain(), outside.dns());
    }

    /// The record, and the policy line by line.
    static List<String> records(MtaStsFacts facts) {
        return switch (facts.lookup()) {
            case StsLookup.Unanswered _, StsLookup.Absent _ -> List.of();
            case StsLookup.Several(var texts) -> texts;
            case StsLookup.Published published ->
                    Stream.concat(
                                    Stream.of(published.record().text()),
                                    published.file().stream().flatMap(MtaStsProbe::lines))
                            .toList();
        };
    }

    private static Stream<String> lines(StsPolicy policy) {
        var octets = policy.text().getBytes(StandardCharsets.ISO_8859_1);
        return new String(octets, StandardCharsets.UTF_8).lines().limit(100);
    }
}
