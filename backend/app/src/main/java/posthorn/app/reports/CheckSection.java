package posthorn.app.reports;

import java.util.List;
import java.util.Set;

/// One check of a domain, in full.
///
/// @param records as published
/// @param keys the table of DKIM keys, if the check is about keys
/// @param transcript the address of what was asked and answered; empty before the first check
record CheckSection(
        String kind,
        String verdict,
        List<String> records,
        List<FindingCard> findings,
        List<Evidence.Grid> keys,
        String href,
        String transcript) {

    CheckSection {
        records = List.copyOf(records);
        findings = List.copyOf(findings);
        keys = List.copyOf(keys);
    }

    /// Whether the section wants to be read: it is not simply good.
    public boolean open() {
        return verdict.equals("FAIL") || verdict.equals("WARN") || verdict.equals("UNKNOWN");
    }

    /// Whether it is known that nothing is published, where something could be.
    public boolean isBare() {
        return records.isEmpty()
                && !kind.equals("dnsbl")
                && !kind.equals("bulk")
                && !kind.equals("provider")
                && Set.of("OK", State.UNUSED, "WARN", "FAIL").contains(verdict);
    }
}
