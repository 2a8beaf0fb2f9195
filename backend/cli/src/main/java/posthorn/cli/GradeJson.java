package posthorn.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;
import posthorn.engine.grade.Fix;
import posthorn.engine.grade.Fixes;
import posthorn.engine.grade.Grade;
import posthorn.engine.grade.Judged;
import posthorn.engine.grade.Limit;
import posthorn.engine.grade.Line;
import posthorn.engine.text.Texts;

/// The grade of a domain for programs.
final class GradeJson {

    private GradeJson() {}

    static Map<String, Object> of(Target target, Instant at, List<Judged> judged, Texts texts) {
        var grade = Grade.of(target, at, judged);
        var json = new LinkedHashMap<String, Object>();
        json.put("letter", grade.letter().text());
        json.put("score", grade.score());
        json.put("sum", grade.sum());
        json.put("open", grade.open());
        json.put("lines", grade.lines().stream().map(GradeJson::line).toList());
        json.put("limits", grade.limits().stream().map(limit -> limit(limit, texts)).toList());
        json.put("fixes", Fixes.of(target, at, judged).stream().map(GradeJson::fix).toList());
        return json;
    }

    private static Map<String, Object> line(Line line) {
        return switch (line) {
            case Line.Open(var kind, var possible) ->
                    Json.object(
                            "kind",
                            kind,
                            "possible",
                            rounded(possible),
                            "lost",
                            0.0,
                            "judged",
                            false,
                            "losses",
                            List.of());
            case Line.Counted(var kind, var possible, var losses) ->
                    Json.object(
                            "kind", kind,
                            "possible", rounded(possible),
                            "lost", rounded(line.lost()),
                            "judged", true,
                            "losses", losses.stream().map(GradeJson::loss).toList());
        };
    }

    private static Map<String, Object> loss(Line.Loss loss) {
        var json = new LinkedHashMap<>(named(loss.finding()));
        json.put("points", rounded(loss.points()));
        return json;
    }

    private static Map<String, Object> limit(Limit limit, Texts texts) {
        return Json.object(
                "ceiling", limit.ceiling(),
                "best", limit.ceiling().best().text(),
                "text", texts.word("ceiling", limit.ceiling().name()),
                "causes", limit.causes().stream().map(GradeJson::named).toList());
    }

    private static Map<String, Object> fix(Fix fix) {
        return Json.object(
                "findings", fix.findings().stream().map(GradeJson::named).toList(),
                "points", fix.points(),
                "letter", fix.letter().text());
    }

    private static Map<String, Object> named(Finding finding) {
        return Json.object("code", finding.code(), "subject", finding.subject());
    }

    private static double rounded(double points) {
        return Math.round(points * 100) / 100.0;
    }
}
