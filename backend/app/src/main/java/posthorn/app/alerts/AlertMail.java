package posthorn.app.alerts;

import java.net.URI;
import java.util.List;

/// What an alert mail says, fit to be shown.
///
/// @param domain as people write it, with the A-labels when they differ
/// @param subject the most important of it in one sentence
/// @param more how much else there is
record AlertMail(
        String domain,
        String subject,
        int more,
        List<Trouble> troubles,
        List<Recovery> recoveries,
        List<Records> records,
        URI link) {

    AlertMail {
        troubles = List.copyOf(troubles);
        recoveries = List.copyOf(recoveries);
        records = List.copyOf(records);
    }

    /// Whether something got worse; else the mail only brings good news.
    public boolean isBad() {
        return !troubles.isEmpty();
    }

    /// What is wrong, what it means, what to do.
    record Trouble(String severity, String sentence, String why, String fix, List<Cure> cures) {

        Trouble {
            cures = List.copyOf(cures);
        }
    }

    /// A record to publish or to delete.
    record Cure(String verb, String name, String type, String value) {}

    /// What is over.
    ///
    /// @param days, hours and minutes together say how long it lasted
    record Recovery(String sentence, long days, int hours, int minutes) {}

    /// The records of a check before and after.
    record Records(String kind, List<String> before, List<String> after) {

        Records {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
