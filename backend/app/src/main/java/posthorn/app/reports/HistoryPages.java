package posthorn.app.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import posthorn.app.monitoring.Change;
import posthorn.app.monitoring.Observation;
import posthorn.app.platform.web.Shown;
import posthorn.engine.check.Finding;

/// Puts changes, intervals and transcripts into page records.
@Component
class HistoryPages {

    private final Words words;

    HistoryPages(Words words) {
        this.words = words;
    }

    /// Where to read what was asked for an observation.
    static String transcript(DomainName name, Observation observation) {
        return name.href() + "/" + observation.kind() + "/transcripts/" + observation.id();
    }

    List<ChangeEntry> changes(DomainName name, List<Change> changes, Reader reader) {
        return changes.stream().map(change -> change(name, change, reader)).toList();
    }

    List<HistoryPage.Interval> intervals(
            DomainName name, List<Observation> observations, Reader reader) {
        return observations.stream().map(seen -> interval(name, seen, reader)).toList();
    }

    TranscriptPage transcript(DomainName name, Observation seen, String text, Reader reader) {
        return new TranscriptPage(
                name,
                seen.kind(),
                words.moment(seen.firstSeenAt(), reader),
                words.moment(seen.lastSeenAt(), reader),
                Shown.lines(text),
                transcript(name, seen) + "/download");
    }

    private ChangeEntry change(DomainName name, Change change, Reader reader) {
        var before = change.before();
        var after = change.after();
        return new ChangeEntry(
                words.moment(change.at(), reader),
                change.kind(),
                before.verdict().name(),
                after.verdict().name(),
                change.isByEdit(),
                lines(change, reader.locale()),
                RecordDiff.between(before.records(), after.records()),
                transcript(name, after));
    }

    private List<ChangeEntry.Line> lines(Change change, Locale locale) {
        var difference = change.comparison();
        var cards = words.cards(locale);
        var lines = new ArrayList<ChangeEntry.Line>();
        difference.appeared().forEach(f -> lines.add(line("appeared", f, cards)));
        difference.worsened().forEach(s -> lines.add(line("worsened", s.after(), cards)));
        difference.eased().forEach(s -> lines.add(line("eased", s.after(), cards)));
        difference.cleared().forEach(f -> lines.add(line("cleared", f, cards)));
        return List.copyOf(lines);
    }

    private static ChangeEntry.Line line(String how, Finding finding, Cards cards) {
        return new ChangeEntry.Line(how, finding.severity().name(), cards.sentence(finding));
    }

    private HistoryPage.Interval interval(DomainName name, Observation seen, Reader reader) {
        return new HistoryPage.Interval(
                seen.kind(),
                seen.verdict().name(),
                words.moment(seen.firstSeenAt(), reader),
                words.moment(seen.lastSeenAt(), reader),
                seen.isOpen(),
                seen.runs(),
                transcript(name, seen));
    }
}
