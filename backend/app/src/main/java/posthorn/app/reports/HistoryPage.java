package posthorn.app.reports;

import java.util.List;
import posthorn.app.platform.web.Moment;

/// What has changed about a domain, newest first, and how long each state of each check lasted.
record HistoryPage(
        DomainName name,
        List<ChangeEntry> changes,
        List<Interval> intervals,
        int number,
        int count) {

    HistoryPage {
        changes = List.copyOf(changes);
        intervals = List.copyOf(intervals);
    }

    /// Where the other pages are.
    public String href() {
        return name.href() + "/history";
    }

    /// A time in which nothing changed.
    ///
    /// @param open whether it is still so
    record Interval(
            String kind,
            String verdict,
            Moment from,
            Moment until,
            boolean open,
            long runs,
            String transcript) {}
}
