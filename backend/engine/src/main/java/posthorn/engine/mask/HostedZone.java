package posthorn.engine.mask;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.outside.DnsName;
import posthorn.engine.psl.PublicSuffixes;

/// The zone a domain is in, and the form in which it is edited.
///
/// @param recognised whether the host was told by its name servers
public record HostedZone(DnsName zone, Mask mask, boolean recognised) {

    private static final String HOST = "provider.dns-host";
    private static final String UNKNOWN = "provider.dns-host-unknown";

    /// The zone as the findings of a report tell it; where they do not, the registered domain, in
    /// the form of any host.
    public static HostedZone of(DnsName domain, List<Finding> findings) {
        var told = find(HOST, findings);
        var mask = told.flatMap(finding -> text(finding, "id")).flatMap(Masks.builtIn()::find);
        var zone =
                told.or(() -> find(UNKNOWN, findings))
                        .flatMap(finding -> text(finding, "zone"))
                        .map(DnsName::of)
                        .filter(domain::isWithin)
                        .orElseGet(() -> PublicSuffixes.builtIn().organizationalDomain(domain));
        return new HostedZone(zone, mask.orElseGet(Masks.builtIn()::generic), mask.isPresent());
    }

    /// The same zone in another form.
    public HostedZone in(Mask other) {
        return new HostedZone(zone, other, false);
    }

    private static Optional<Finding> find(String code, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.code().equals(code)).findFirst();
    }

    private static Optional<String> text(Finding finding, String name) {
        return finding.evidence().get(name) instanceof String text && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }
}
