package posthorn.app.reports;

import java.util.List;
import posthorn.app.platform.web.Moment;

/// A change of one check: what it was before and what it is after.
///
/// @param byEdit whether it followed from a change of what is checked
/// @param lines what came, went, got better or worse
/// @param diff the records, old and new
/// @param transcript the address of what was asked and answered after it
record ChangeEntry(
        Moment at,
        String kind,
        String before,
        String after,
        boolean byEdit,
        List<Line> lines,
        List<RecordDiff.Line> diff,
        String transcript) {

    ChangeEntry {
        lines = List.copyOf(lines);
        diff = List.copyOf(diff);
    }

    /// @param how `appeared`, `worsened`, `eased` or `cleared`
    record Line(String how, String severity, String sentence) {}
}
