package posthorn.app.reports;

import java.util.List;
import posthorn.app.platform.web.Moment;

/// The report about a domain.
///
/// @param todo what should be changed, most harmful first
/// @param host whose form the records to publish are shown in
/// @param recent the latest changes
/// @param lastChecked none before the first check
/// @param next none while paused
/// @param grade none before all checks have run once
/// @param confirming whether the last check saw something new and looks once more
/// @param running whether a check is under way, whose rows land one by one
record ReportPage(
        DomainName name,
        Headline headline,
        List<Tile> tiles,
        List<GradePart> grade,
        List<FindingCard> todo,
        List<CheckSection> checks,
        HostChoice host,
        List<ChangeEntry> recent,
        List<Moment> lastChecked,
        List<Moment> next,
        boolean paused,
        boolean running,
        boolean confirming,
        boolean mayWrite) {

    ReportPage {
        tiles = List.copyOf(tiles);
        grade = List.copyOf(grade);
        todo = List.copyOf(todo);
        checks = List.copyOf(checks);
        recent = List.copyOf(recent);
        lastChecked = List.copyOf(lastChecked);
        next = List.copyOf(next);
    }

    /// Whether something to do is a record to publish.
    public boolean hasCures() {
        return todo.stream().anyMatch(ReportPage::isCured);
    }

    /// Whether only what can wait is.
    public boolean hasLaterCures() {
        return !hasCures()
                && checks.stream()
                        .flatMap(check -> check.findings().stream())
                        .anyMatch(ReportPage::isCured);
    }

    private static boolean isCured(FindingCard card) {
        return !card.cures().isEmpty();
    }

    /// The whole report in one sentence.
    ///
    /// @param lead what the verdict means
    /// @param sentence the one thing that matters most; empty when nothing does
    /// @param action what to do about it; empty when there is nothing to do
    record Headline(String verdict, String lead, String sentence, String action) {}

    /// @param note the check in one sentence
    record Tile(String kind, String verdict, String note, String href) {}
}
