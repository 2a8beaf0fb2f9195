package posthorn.app.reports;

import java.util.List;

/// A finding in words.
///
/// @param sentence what is so
/// @param why what it means for mail; may be empty
/// @param fix what to do; may be empty
/// @param servers what to do on a server, by software
record FindingCard(
        String severity,
        String code,
        String subject,
        String sentence,
        String why,
        String fix,
        List<Evidence> evidence,
        List<Cure> cures,
        List<ServerFold> servers) {

    FindingCard {
        evidence = List.copyOf(evidence);
        cures = List.copyOf(cures);
        servers = List.copyOf(servers);
    }

    /// A finding that no server can cure.
    FindingCard(
            String severity,
            String code,
            String subject,
            String sentence,
            String why,
            String fix,
            List<Evidence> evidence,
            List<Cure> cures) {
        this(severity, code, subject, sentence, why, fix, evidence, cures, List.of());
    }

    /// Whether something should be done.
    public boolean isTodo() {
        return severity.equals("CRITICAL") || severity.equals("WARNING");
    }

    /// Whether there is nothing to do about it.
    public boolean isCalm() {
        return severity.equals("INFO");
    }

    /// Whether the evidence is the point of the finding: a tree or a table.
    public boolean isPicture() {
        return evidence.stream().anyMatch(e -> !(e instanceof Evidence.Plain));
    }

    /// A place on the page to link to.
    public String anchor() {
        return "finding-" + Integer.toHexString((code + ' ' + subject).hashCode());
    }
}
