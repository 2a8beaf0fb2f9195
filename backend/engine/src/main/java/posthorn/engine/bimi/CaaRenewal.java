package posthorn.engine.bimi;

import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import posthorn.engine.bimi.CaaLookup.Found;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.RecordType;
import posthorn.engine.psl.PublicSuffixes;

/// The authority whose certificate a host has in use may issue the next one too (RFC 8659 §3).
final class CaaRenewal implements Rule<BimiFacts> {

    @Override
    public List<Finding> judge(BimiFacts facts) {
        var own = PublicSuffixes.builtIn().organizationalDomain(facts.domain());
        var findings = new LinkedHashMap<DnsName, Finding>();
        for (var host : facts.issuers()) {
            Authority.of(host.organization())
                    .flatMap(authority -> blocked(host, authority, own))
                    .ifPresent(finding -> findings.putIfAbsent(host.host(), finding));
        }
        return List.copyOf(findings.values());
    }

    private static Optional<Finding> blocked(HostIssuer host, Authority authority, DnsName own) {
        return host.authorization()
                .found()
                .filter(found -> found.source().isWithin(own) && !found.alias())
                .flatMap(found ->
                        found.set()
                                .decisive(host.wildcard())
                                .filter(found.set()::isReadable)
                                .flatMap(tag -> blocked(host, authority, found, tag)));
    }

    private static Optional<Finding> blocked(
            HostIssuer host, Authority authority, Found found, String tag) {
        var issuers = found.set().issuers(tag);
        if (issuers.stream().anyMatch(authority.identifiers()::contains)) {
            return Optional.empty();
        }
        var record = "0 " + tag + " \"" + authority.identifiers().getFirst() + "\"";
        return Optional.of(
                Finding.of(isSure(issuers) ? WARNING : NOTICE, "caa.blocks-mail-host", host.host())
                        .with("authority", authority.name())
                        .with("source", found.source())
                        .with("issuers", CaaRecords.issuers(found.set(), tag))
                        .with("record", record)
                        .cure(new Remedy.Publish(found.source(), RecordType.CAA, record)));
    }

    /// Whether all that are named are known to be others: a name we do not know may be one more of
    /// the same authority.
    private static boolean isSure(List<String> issuers) {
        return issuers.stream()
                .allMatch(issuer ->
                        Authority.all().stream()
                                .anyMatch(known -> known.identifiers().contains(issuer)));
    }
}
