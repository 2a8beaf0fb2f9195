package posthorn.engine.bimi;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.unknown;
import static posthorn.engine.check.Finding.warning;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.bimi.CaaLookup.Found;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.psl.PublicSuffixes;

/// Who may issue certificates is said in a way that authorities understand (RFC 8659).
final class CaaRecords implements Rule<BimiFacts> {

    @Override
    public List<Finding> judge(BimiFacts facts) {
        var findings = new ArrayList<Finding>();
        findings.add(
                switch (facts.caa()) {
                    case CaaLookup.Unanswered(var name, var failure) ->
                            unknown("caa.unanswered", name).with("failure", failure);
                    case CaaLookup.None _ -> info("caa.absent", facts.domain());
                    case Found found -> present(found, facts.domain());
                });
        sets(facts)
                .forEach(found -> {
                    syntax(found).ifPresent(findings::add);
                    critical(found).ifPresent(findings::add);
                });
        return findings;
    }

    private static Finding present(Found found, DnsName domain) {
        return info("caa.present", domain)
                .with("source", found.source())
                .with("issuers", issuers(found.set(), CaaSet.ISSUE))
                .with("mailIssuers", issuers(found.set(), CaaSet.MAIL))
                .with("markIssuers", issuers(found.set(), CaaSet.MARKS))
                .with("records", found.set().texts());
    }

    /// The issuers a property names, or a word for everybody or nobody: a critical property that
    /// they do not know keeps all of them from issuing (RFC 8659 §4.1).
    static List<String> issuers(CaaSet set, String tag) {
        if (!set.critical().isEmpty()) {
            return List.of("NOBODY");
        }
        var named = set.issuers(tag);
        if (!set.has(tag)) {
            return List.of("ANYBODY");
        }
        return named.isEmpty() ? List.of("NOBODY") : named;
    }

    /// The sets that are the domain owner's own, each once: those at names above the domain that he
    /// registered, and at aliases, are not.
    private static Iterable<Found> sets(BimiFacts facts) {
        var own = PublicSuffixes.builtIn().organizationalDomain(facts.domain());
        var sets = new LinkedHashMap<DnsName, Found>();
        Stream.concat(
                        Stream.of(facts.caa()),
                        facts.issuers().stream().map(HostIssuer::authorization))
                .flatMap(lookup -> lookup.found().stream())
                .filter(found -> found.source().isWithin(own) && !found.alias())
                .forEach(found -> sets.putIfAbsent(found.source(), found));
        return sets.values();
    }

    private static Optional<Finding> syntax(Found found) {
        var faulty = found.set().faulty();
        if (faulty.isEmpty()) {
            return Optional.empty();
        }
        var faults =
                faulty.stream()
                        .flatMap(record -> CaaSet.fault(record).stream())
                        .distinct()
                        .sorted()
                        .toList();
        var severity = faults.stream().anyMatch(CaaSet.Fault::isFatal) ? WARNING : NOTICE;
        return Optional.of(
                Finding.of(severity, "caa.syntax", found.source())
                        .with("records", faulty.stream().map(MasterText::of).toList())
                        .with("caaFaults", faults));
    }

    private static Optional<Finding> critical(Found found) {
        var critical = found.set().critical();
        if (critical.isEmpty()) {
            return Optional.empty();
        }
        var finding =
                warning("caa.critical-unknown", found.source())
                        .with("records", critical.stream().map(MasterText::of).toList());
        for (var record : critical) {
            finding = finding.cure(remove(found.source(), record));
        }
        return Optional.of(finding);
    }

    private static Remedy remove(DnsName name, Rdata.Caa record) {
        return new Remedy.Remove(name, RecordType.CAA, MasterText.of(record));
    }
}
