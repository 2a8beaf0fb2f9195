package posthorn.app.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.check.Verdict;
import posthorn.engine.dnsbl.SilentLists;

/// What is known of one check of a domain.
///
/// @param findings those that are certain and, where something is open, those that say UNKNOWN
record Known(Verdict verdict, List<String> records, List<Finding> findings) {

    /// What may stay open for good without anything being wrong with the domain.
    static final Set<String> OUR_SIDE =
            Set.of(
                    "dane.not-compared",
                    "dane.unchecked",
                    "dnsbl.coverage-low",
                    "dnsbl.resolvers-differ",
                    "dns.unanswered",
                    "dnssec.resolver-does-not-validate",
                    "smtp.egress-blocked",
                    "smtp.turned-away");

    Known {
        records = List.copyOf(records);
        findings = List.copyOf(findings);
    }

    /// What one result says when nothing was known before.
    static Known of(List<String> records, List<Finding> findings) {
        return new Known(Verdict.of(findings), records, findings);
    }

    /// Whether no question stayed open.
    boolean isDecided() {
        return findings.stream().noneMatch(Known::isUnknown);
    }

    /// Whether the outside stayed silent about something: neither our own network or resolver, nor
    /// a host that talks to others but not to us.
    boolean isSilent() {
        return findings.stream()
                .anyMatch(finding -> isUnknown(finding) && !OUR_SIDE.contains(finding.code()));
    }

    /// What is known after another result. When that left something open, it proves nothing better:
    /// all that was known stays, and only what is certainly worse comes to it. So does a listing
    /// whose list cannot be asked this time.
    Known after(Known result) {
        if (result.isDecided() || verdict == Verdict.UNKNOWN) {
            return result.with(SilentLists.listings(findings, result.findings), records);
        }
        var worse = result.findings.stream().filter(this::isWorse).toList();
        var certain = new ArrayList<Finding>();
        certain().forEach(finding -> certain.add(replaced(finding, worse)));
        worse.stream()
                .filter(finding -> certain.stream().noneMatch(finding::isSameAs))
                .forEach(certain::add);
        var all = Stream.concat(certain.stream(), result.open()).toList();
        var texts = worse.isEmpty() ? records : result.records;
        return new Known(worse.isEmpty() ? verdict : Verdict.of(certain), texts, all);
    }

    private Known with(List<Finding> listings, List<String> texts) {
        if (listings.isEmpty()) {
            return this;
        }
        var isListed = findings.stream().filter(finding -> !finding.code().equals("dnsbl.clean"));
        return of(texts, Stream.concat(listings.stream(), isListed).toList());
    }

    /// Whether both say the same, apart from what could not be decided.
    boolean isSameAs(Known other) {
        return verdict == other.verdict
                && records.equals(other.records)
                && Comparison.of(findings, other.findings).isEmpty();
    }

    /// The part of a difference that a second run must repeat: the findings that became others; the
    /// records only where no finding did.
    String markOf(Known other) {
        var comparison = Comparison.of(findings, other.findings);
        var lines = new ArrayList<String>();
        comparison.appeared().forEach(f -> lines.add("+" + line(f)));
        comparison.worsened().forEach(step -> lines.add(">" + line(step.after())));
        comparison.eased().forEach(step -> lines.add("<" + line(step.after())));
        comparison.cleared().forEach(f -> lines.add("-" + line(f)));
        lines.sort(null);
        return lines.isEmpty() ? String.join("\n", other.records) : String.join("\n", lines);
    }

    private List<Finding> certain() {
        return findings.stream().filter(finding -> !isUnknown(finding)).toList();
    }

    private Stream<Finding> open() {
        return findings.stream().filter(Known::isUnknown);
    }

    private boolean isWorse(Finding finding) {
        return finding.severity().compareTo(Severity.WARNING) >= 0
                && certain().stream()
                        .filter(finding::isSameAs)
                        .noneMatch(f -> f.severity().compareTo(finding.severity()) >= 0);
    }

    private static Finding replaced(Finding finding, List<Finding> worse) {
        return worse.stream().filter(finding::isSameAs).findFirst().orElse(finding);
    }

    private static boolean isUnknown(Finding finding) {
        return finding.severity() == Severity.UNKNOWN;
    }

    private static String line(Finding finding) {
        return finding.severity() + " " + finding.code() + " " + finding.subject();
    }
}
