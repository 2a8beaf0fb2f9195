package posthorn.app.alerts;

import java.util.List;
import posthorn.app.platform.web.Moment;

/// The incidents of a team: open ones first.
record IncidentsPage(List<Row> rows, int number, int count) {

    IncidentsPage {
        rows = List.copyOf(rows);
    }

    /// @param closed none while it goes on
    record Row(
            String domain,
            String href,
            String severity,
            String sentence,
            Moment opened,
            List<Moment> closed) {

        Row {
            closed = List.copyOf(closed);
        }
    }
}
