package posthorn.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.grade.Fix;
import posthorn.engine.grade.Fixes;
import posthorn.engine.grade.Grade;
import posthorn.engine.grade.Letter;
import posthorn.engine.grade.Line;
import posthorn.engine.text.Texts;

/// The grade of a domain for people: the sum, line by line.
final class GradeReport {

    private static final int LETTER = 4;
    private static final int KIND = 10;

    private final Page page;
    private final Messages messages;
    private final Texts texts;

    private GradeReport(Page page) {
        this.page = page;
        this.messages = page.messages();
        this.texts = Texts.in(messages.locale());
    }

    static void print(Page page, CheckVerb.DomainOutcome domain) {
        var report = new GradeReport(page);
        report.grade(Grade.of(domain.target(), domain.at(), domain.judged()));
        report.fixes(Fixes.of(domain.target(), domain.at(), domain.judged()));
    }

    private void grade(Grade grade) {
        page.blank();
        page.head(0, messages.say("grade.head"), Page.Ink.STRONG, "");
        page.item(2, grade.letter().text(), ink(grade.letter()), LETTER, lead(grade));
        if (grade.open() > 0) {
            page.text(2 + LETTER, say("grade.open", grade.open()), Page.Ink.UNSURE);
        }
        grade.binding()
                .forEach(limit ->
                        page.text(
                                2 + LETTER,
                                texts.word("ceiling", limit.ceiling().name()),
                                Page.Ink.PLAIN));
        grade.lines().forEach(this::line);
    }

    private String lead(Grade grade) {
        if (grade.letter() == Letter.NONE) {
            return messages.say("grade.none");
        }
        var key = grade.sum() == grade.score() ? "grade.score" : "grade.held";
        return say(key, grade.score()).replace("{sum}", String.valueOf(grade.sum()));
    }

    private void line(Line line) {
        var kind = line.kind().toUpperCase(Locale.ROOT);
        switch (line) {
            case Line.Open(_, var possible) ->
                    page.item(
                            2 + LETTER,
                            kind,
                            Page.Ink.UNSURE,
                            KIND,
                            messages.say("grade.not-judged").replace("{points}", number(possible)));
            case Line.Counted(_, var possible, var losses) ->
                    page.item(
                            2 + LETTER,
                            kind,
                            Page.Ink.PLAIN,
                            KIND,
                            counted(line, possible, losses));
        }
    }

    private String counted(Line line, double possible, List<Line.Loss> losses) {
        var points =
                messages.say("grade.points")
                        .replace("{points}", number(possible - line.lost()))
                        .replace("{possible}", number(possible));
        var costs =
                losses.stream()
                        .filter(loss -> loss.points() > 0)
                        .map(loss -> "−" + number(loss.points()) + " " + name(loss.finding()))
                        .collect(Collectors.joining(", "));
        return costs.isEmpty() ? points : points + ": " + costs;
    }

    private void fixes(List<Fix> fixes) {
        if (fixes.isEmpty()) {
            return;
        }
        page.text(2 + LETTER, messages.say("grade.fixes"), Page.Ink.PLAIN);
        for (var fix : fixes) {
            var key = fix.points() > 0 ? "grade.gain" : "grade.gain-later";
            var gain = say(key, fix.points()).replace("{letter}", fix.letter().text());
            page.text(4 + LETTER, named(fix) + ": " + gain, Page.Ink.PLAIN);
        }
    }

    private static String named(Fix fix) {
        return fix.findings().stream().map(GradeReport::name).collect(Collectors.joining(", "));
    }

    private static String name(Finding finding) {
        return Stream.of(finding.code(), finding.subject()).collect(Collectors.joining(" "));
    }

    private String say(String key, int points) {
        return messages.say(key).replace("{points}", String.valueOf(points));
    }

    /// With one digit behind the point, as the language writes it.
    private String number(double points) {
        return String.format(messages.locale(), "%.1f", points);
    }

    private static Page.Ink ink(Letter letter) {
        return switch (letter) {
            case A_PLUS, A -> Page.Ink.GOOD;
            case B, C, D -> Page.Ink.BAD;
            case E, F -> Page.Ink.WORST;
            case NONE -> Page.Ink.UNSURE;
        };
    }
}
