package posthorn.app.reports;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import posthorn.app.monitoring.Change;
import posthorn.app.monitoring.Observation;
import posthorn.app.monitoring.Progress;
import posthorn.app.platform.web.Shown;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.check.Verdict;
import posthorn.engine.mask.HostedZone;
import posthorn.engine.mask.Masks;

/// Puts what is known of a domain into the records of report and check.
@Component
class ReportPages {

    private final Words words;
    private final HistoryPages history;
    private final GradeParts grades;

    ReportPages(Words words, HistoryPages history, GradeParts grades) {
        this.words = words;
        this.history = history;
        this.grades = grades;
    }

    ReportPage report(
            State state, Progress progress, List<Change> recent, boolean mayWrite, Reader reader) {
        var cures = cures(state, reader);
        var cards = words.cards(cures).with(folds(state, reader));
        return new ReportPage(
                state.name(),
                headline(state, reader.locale()),
                state.kinds().stream().map(kind -> tile(state, kind, reader.locale())).toList(),
                grades.of(state, reader),
                cards.todo(state.findings()),
                sections(state, cards),
                cures.choice(),
                history.changes(state.name(), recent, reader),
                state.verdict().equals(State.WAITING)
                        ? List.of()
                        : words.moments(progress.checkedAt().orElse(null), reader),
                progress.isRunning() ? List.of() : words.moments(progress.dueAt(), reader),
                state.domain().isPaused(),
                progress.isRunning(),
                !progress.confirming().isEmpty(),
                mayWrite);
    }

    CheckPage check(State state, String kind, List<Change> recent, Reader reader) {
        var observation = state.of(kind);
        var cures = cures(state, reader);
        var ofKind = recent.stream().filter(change -> change.kind().equals(kind)).toList();
        return new CheckPage(
                state.name(),
                section(state, kind, words.cards(cures).with(folds(state, reader))),
                cures.choice(),
                words.moments(observation.map(Observation::firstSeenAt).orElse(null), reader),
                words.moments(observation.map(Observation::lastSeenAt).orElse(null), reader),
                history.changes(state.name(), ofKind, reader));
    }

    private static ServerFolds folds(State state, Reader reader) {
        return ServerFolds.of(state.domain().name(), state.findings(), reader.locale());
    }

    /// In the form of the host the reader chose, or else of that of the domain.
    private Cures cures(State state, Reader reader) {
        var hosted = HostedZone.of(state.domain().name(), state.findings());
        var chosen = Masks.builtIn().find(reader.host()).map(hosted::in).orElse(hosted);
        return words.cures(chosen, state.findings(), reader.locale());
    }

    private ReportPage.Headline headline(State state, Locale locale) {
        var cards = words.cards(locale);
        var verdict = state.verdict();
        var worst = state.worst();
        return new ReportPage.Headline(
                verdict,
                words.say("reports.headline." + (state.isUnseen() ? "unseen" : verdict), locale),
                worst.map(cards::sentence).orElse(""),
                worst.map(cards::fix).map(fix -> begin(fix, locale)).orElse(""));
    }

    /// The first sentence: the card below says the rest.
    private static String begin(String fix, Locale locale) {
        var sentences = BreakIterator.getSentenceInstance(locale);
        sentences.setText(fix);
        return fix.isEmpty() ? "" : fix.substring(0, sentences.next()).strip();
    }

    private ReportPage.Tile tile(State state, String kind, Locale locale) {
        return new ReportPage.Tile(
                kind,
                state.shown(kind),
                note(state, kind, locale),
                state.name().href() + "/" + kind);
    }

    /// What a tile says. While a check is under way its new verdict may be there before its words.
    private String note(State state, String kind, Locale locale) {
        var seen = state.of(kind).filter(it -> it.verdict().name().equals(state.verdict(kind)));
        if (seen.isPresent() && seen.get().findings().isEmpty()) {
            return words.say(
                    "reports.not-applicable." + (kind.equals("dnsbl") ? "dnsbl" : "other"), locale);
        }
        var cards = words.cards(locale);
        return seen.flatMap(ReportPages::telling).map(cards::sentence).orElse("");
    }

    /// The finding that stands for a check: its worst, or the one that says all is well.
    private static Optional<Finding> telling(Observation observation) {
        var sorted = Cards.byHarm(observation.findings());
        return sorted.stream()
                .filter(finding -> finding.severity().compareTo(Severity.UNKNOWN) >= 0)
                .findFirst()
                .or(() -> observation.findings().stream().findFirst());
    }

    private static List<CheckSection> sections(State state, Cards cards) {
        return state.kinds().stream()
                .filter(kind -> state.of(kind).isPresent())
                .map(kind -> section(state, kind, cards))
                .toList();
    }

    private static CheckSection section(State state, String kind, Cards cards) {
        var href = state.name().href() + "/" + kind;
        return state.of(kind)
                .map(seen ->
                        new CheckSection(
                                kind,
                                seen.verdict() == Verdict.OK
                                        ? state.shown(kind)
                                        : seen.verdict().name(),
                                seen.records().stream().map(Shown::of).toList(),
                                cards.all(Cards.byHarm(seen.findings())),
                                cards.keys(seen.findings()),
                                href,
                                HistoryPages.transcript(state.name(), seen)))
                .orElseGet(() ->
                        new CheckSection(
                                kind, State.WAITING, List.of(), List.of(), List.of(), href, ""));
    }
}
