package posthorn.app.reports;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import posthorn.app.monitoring.Observation;
import posthorn.app.platform.web.Moment;
import posthorn.engine.grade.Fix;
import posthorn.engine.grade.Grade;
import posthorn.engine.grade.Letter;
import posthorn.engine.grade.Line;
import posthorn.engine.text.Texts;

/// Puts a grade into words and numbers of a reader.
@Component
class GradeParts {

    private final Grades grades;
    private final Words words;

    GradeParts(Grades grades, Words words) {
        this.grades = grades;
        this.words = words;
    }

    /// The letter in a list; empty before all checks have run once.
    String letter(State state) {
        return grades.of(state).map(grade -> grade.letter().text()).orElse("");
    }

    /// None before all checks have run once.
    List<GradePart> of(State state, Reader reader) {
        return grades.of(state).map(grade -> part(grade, state, reader)).stream().toList();
    }

    private GradePart part(Grade grade, State state, Reader reader) {
        var texts = Texts.in(reader.locale());
        var cards = words.cards(reader.locale());
        boolean isGiven = grade.letter() != Letter.NONE;
        return new GradePart(
                grade.letter().text(),
                tone(grade.letter()),
                isGiven ? String.valueOf(grade.score()) : "",
                isGiven && grade.sum() != grade.score() ? String.valueOf(grade.sum()) : "",
                grade.open() > 0 ? String.valueOf(grade.open()) : "",
                grade.binding().stream()
                        .map(limit -> texts.word("ceiling", limit.ceiling().name()))
                        .toList(),
                grade.lines().stream().map(line -> line(line, state, cards, reader)).toList(),
                grades.fixes(state).stream().map(fix -> step(fix, cards)).toList());
    }

    private GradePart.Line line(Line line, State state, Cards cards, Reader reader) {
        return switch (line) {
            case Line.Open(var kind, var possible) ->
                    new GradePart.Line(
                            kind, "", number(possible, reader.locale()), List.of(), List.of());
            case Line.Counted(var kind, var possible, var losses) ->
                    new GradePart.Line(
                            kind,
                            number(possible - line.lost(), reader.locale()),
                            number(possible, reader.locale()),
                            losses.stream()
                                    .filter(loss -> loss.points() > 0)
                                    .map(loss -> cost(loss, cards, reader.locale()))
                                    .toList(),
                            asOf(state, kind, reader));
        };
    }

    private static GradePart.Cost cost(Line.Loss loss, Cards cards, Locale locale) {
        return new GradePart.Cost(cards.sentence(loss.finding()), number(loss.points(), locale));
    }

    private List<Moment> asOf(State state, String kind, Reader reader) {
        return state.of(kind)
                .map(Observation::unknownSince)
                .filter(Objects::nonNull)
                .map(since -> words.moments(since, reader))
                .orElse(List.of());
    }

    private static GradePart.Step step(Fix fix, Cards cards) {
        return new GradePart.Step(
                fix.findings().stream().map(cards::sentence).distinct().toList(),
                fix.points() > 0 ? String.valueOf(fix.points()) : "",
                fix.letter().text());
    }

    private static String tone(Letter letter) {
        return switch (letter) {
            case A_PLUS, A -> "OK";
            case B, C, D -> "WARN";
            case E, F -> "FAIL";
            case NONE -> "UNKNOWN";
        };
    }

    /// With one digit behind the point, as the language writes it.
    private static String number(double points, Locale locale) {
        return String.format(locale, "%.1f", points);
    }
}
