package posthorn.app.reports;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import posthorn.engine.check.Verdict;

/// Puts the domains of a team into the list.
@Component
class DomainsPages {

    static final int ROWS = 50;

    private static final Set<String> LOUD = Set.of(Verdict.FAIL.name(), Verdict.WARN.name());

    private final Words words;
    private final GradeParts grades;

    DomainsPages(Words words, GradeParts grades) {
        this.words = words;
        this.grades = grades;
    }

    DomainsPage list(
            List<State> states, String filter, int number, boolean mayWrite, Reader reader) {
        var fitting =
                states.stream().filter(state -> fits(state, filter)).sorted(State.WORST).toList();
        var count = Math.max(1, (fitting.size() + ROWS - 1) / ROWS);
        var at = Math.clamp(number, 1, count);
        var rows =
                fitting.stream()
                        .skip((at - 1L) * ROWS)
                        .limit(ROWS)
                        .map(state -> row(state, reader))
                        .toList();
        return new DomainsPage(rows, states.size(), filter, at, count, mayWrite);
    }

    private static boolean fits(State state, String filter) {
        var word = filter.strip().toLowerCase(Locale.ROOT);
        var name = state.domain().name();
        return name.text().contains(word) || name.unicode().toLowerCase(Locale.ROOT).contains(word);
    }

    private DomainsPage.Row row(State state, Reader reader) {
        var status = state.status();
        return new DomainsPage.Row(
                state.name(),
                state.listed(),
                grades.letter(state),
                sentence(state, reader.locale()),
                marks(state),
                count(Verdict.UNKNOWN, state),
                count(Verdict.OK, state),
                words.moments(status.checkedAt().orElse(null), reader),
                words.moments(status.dueAt(), reader));
    }

    private static List<DomainsPage.Mark> marks(State state) {
        return state.kinds().stream()
                .map(kind -> new DomainsPage.Mark(kind, state.verdict(kind)))
                .filter(mark -> LOUD.contains(mark.verdict()))
                .toList();
    }

    private static int count(Verdict verdict, State state) {
        var verdicts = state.kinds().stream().map(state::verdict);
        return (int) verdicts.filter(verdict.name()::equals).count();
    }

    private String sentence(State state, Locale locale) {
        return state.worst()
                .map(words.cards(locale)::sentence)
                .orElseGet(() -> words.say("reports.headline." + state.verdict(), locale));
    }
}
