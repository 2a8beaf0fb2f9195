package posthorn.app.reports;

import java.util.List;
import posthorn.app.platform.web.Moment;

/// One check of one domain.
///
/// @param host whose form the records to publish are shown in
/// @param since when it became as it is; none before the first check
/// @param lastChecked none before the first check
record CheckPage(
        DomainName name,
        CheckSection check,
        HostChoice host,
        List<Moment> since,
        List<Moment> lastChecked,
        List<ChangeEntry> recent) {

    CheckPage {
        since = List.copyOf(since);
        lastChecked = List.copyOf(lastChecked);
        recent = List.copyOf(recent);
    }

    /// Whether some finding tells what to publish.
    public boolean hasCures() {
        return check.findings().stream().anyMatch(card -> !card.cures().isEmpty());
    }
}
