package posthorn.app.reports;

import java.util.List;
import posthorn.app.platform.web.Moment;

/// All domains of the team, worst first.
///
/// @param rows those of this page that fit the filter
/// @param total how many domains the team has
/// @param filter what was typed; empty shows all
/// @param number which page of the list this is, from 1
/// @param count how many pages there are
/// @param mayWrite whether this person may add domains
record DomainsPage(
        List<Row> rows, int total, String filter, int number, int count, boolean mayWrite) {

    DomainsPage {
        rows = List.copyOf(rows);
    }

    /// Where the other pages of the list are.
    public String href() {
        return "/domains";
    }

    /// @param verdict of the domain, or PAUSED
    /// @param grade its letter; empty before all checks have run once
    /// @param sentence the most important thing about it; empty before the first check
    /// @param marks the checks that failed or warn
    /// @param unknown how many are unknown
    /// @param good how many are good
    /// @param lastChecked none before the first check
    /// @param next none while paused
    record Row(
            DomainName name,
            String verdict,
            String grade,
            String sentence,
            List<Mark> marks,
            int unknown,
            int good,
            List<Moment> lastChecked,
            List<Moment> next) {

        Row {
            marks = List.copyOf(marks);
            lastChecked = List.copyOf(lastChecked);
            next = List.copyOf(next);
        }
    }

    /// A check in small.
    record Mark(String kind, String verdict) {}
}
