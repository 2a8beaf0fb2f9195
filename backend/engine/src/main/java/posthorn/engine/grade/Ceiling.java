package posthorn.engine.grade;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;

/// A fault so grave, or a proof so much wanted, that no sum of points makes up for it.
public enum Ceiling {
    /// The domain cannot be found, or is not believed.
    NO_ZONE(Letter.F),
    /// No mail can be delivered there.
    NO_DELIVERY(Letter.F),
    /// SPF lets everybody send.
    ANYBODY_SENDS(Letter.E),
    /// Neither SPF nor DKIM nor DMARC is there.
    NOTHING_PUBLISHED(Letter.E),
    /// A list that many receivers go by names the domain or an address that sends for it.
    LISTED(Letter.D),
    /// Careful senders are told not to deliver.
    CAREFUL_SENDERS_SHUT_OUT(Letter.D),
    /// No DMARC policy applies.
    NO_DMARC(Letter.C),
    /// Something is broken, so that mail is lost, refused or forged.
    BROKEN(Letter.C),
    /// DMARC watches and stops nobody.
    DMARC_ONLY_WATCHES(Letter.B),
    /// The best grade is for domains without a warning.
    WARNING(Letter.A),
    /// No mail has shown lately that signatures hold.
    DKIM_UNPROVEN(Letter.A),
    /// Nothing makes senders encrypt.
    ENCRYPTION_OPTIONAL(Letter.A);

    /// What is missing where nothing is published.
    private static final List<String> NOTHING =
            List.of("spf.missing", "dkim.none", "dmarc.missing");

    private final Letter best;

    Ceiling(Letter best) {
        this.best = best;
    }

    /// The best letter that is left.
    public Letter best() {
        return best;
    }

    /// The findings among these that bring it about; none where nothing does.
    List<Finding> causes(List<Finding> faults) {
        return switch (this) {
            case NO_ZONE ->
                    critical(
                            faults,
                            "dns.delegation-dead",
                            "dns.domain-missing",
                            "dns.registration-held",
                            "dnssec.bogus");
            case NO_DELIVERY ->
                    critical(
                            faults,
                            "mx.none",
                            "mx.null",
                            "mx.private-ip",
                            "mx.target-missing",
                            "mx.unreachable");
            case ANYBODY_SENDS -> critical(faults, "spf.plus-all");
            case NOTHING_PUBLISHED -> nothing(faults);
            case LISTED -> critical(faults, "dnsbl.listed-a");
            case CAREFUL_SENDERS_SHUT_OUT ->
                    critical(
                            faults,
                            "dane.mismatch",
                            "dane.tlsa-lookup-fails",
                            "mtasts.mx-uncovered");
            case NO_DMARC -> noPolicy(faults);
            case BROKEN -> faults.stream().filter(Ceiling::isCritical).toList();
            case DMARC_ONLY_WATCHES -> milder(faults);
            case WARNING -> faults.stream().filter(Ceiling::isWarning).toList();
            case DKIM_UNPROVEN, ENCRYPTION_OPTIONAL -> List.of();
        };
    }

    private static boolean isWarning(Finding finding) {
        return finding.severity().compareTo(Severity.WARNING) >= 0;
    }

    private static boolean isCritical(Finding finding) {
        return finding.severity() == Severity.CRITICAL;
    }

    private static List<Finding> critical(List<Finding> faults, String... codes) {
        return any(faults, codes).stream().filter(Ceiling::isCritical).toList();
    }

    private static List<Finding> any(List<Finding> faults, String... codes) {
        var wanted = Set.of(codes);
        return faults.stream().filter(finding -> wanted.contains(finding.code())).toList();
    }

    private static List<Finding> noPolicy(List<Finding> faults) {
        var broken =
                critical(
                        faults,
                        "dmarc.bad-version",
                        "dmarc.multiple",
                        "dmarc.p-invalid",
                        "dmarc.p-missing",
                        "dmarc.wrong-place");
        return Stream.concat(any(faults, "dmarc.missing").stream(), broken.stream()).toList();
    }

    /// A record that asks for reports counts as `p=none` where its policy cannot be read (RFC 9989
    /// §4.10.1).
    private static List<Finding> milder(List<Finding> faults) {
        return any(
                        faults,
                        "dmarc.p-none",
                        "dmarc.p-none-no-rua",
                        "dmarc.p-invalid",
                        "dmarc.p-missing")
                .stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .toList();
    }

    private static List<Finding> nothing(List<Finding> faults) {
        var missing = any(faults, NOTHING.toArray(String[]::new));
        return missing.stream().map(Finding::code).distinct().count() == NOTHING.size()
                ? missing
                : List.of();
    }
}
