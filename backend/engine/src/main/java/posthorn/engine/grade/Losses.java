package posthorn.engine.grade;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;

/// Shares out what a check has lost among its findings. One that is critical costs everything.
/// Warnings cost half, the second and the third a little more; notices almost nothing.
final class Losses {

    private static final double[] WARNINGS = {0, 0.5, 0.65, 0.75};
    private static final double NOTICE = 0.05;
    private static final double NOTICES = 0.15;

    private Losses() {}

    static List<Line.Loss> of(Judged judged, double possible) {
        int critical = judged.faults(Severity.CRITICAL).size();
        int warnings = judged.faults(Severity.WARNING).size();
        int notices = judged.faults(Severity.NOTICE).size();
        var losses = new ArrayList<Line.Loss>();
        for (var finding : judged.faults()) {
            losses.add(
                    new Line.Loss(finding, possible * share(finding, critical, warnings, notices)));
        }
        return losses;
    }

    /// The part of the points that one finding takes, beside so many of each kind.
    private static double share(Finding finding, int critical, int warnings, int notices) {
        if (critical > 0) {
            return finding.severity() == Severity.CRITICAL ? 1.0 / critical : 0;
        }
        double warned = WARNINGS[Math.min(warnings, WARNINGS.length - 1)];
        if (finding.severity() == Severity.WARNING) {
            return warned / warnings;
        }
        double most = Math.min(NOTICES, WARNINGS[WARNINGS.length - 1] - warned);
        return Math.min(most, notices * NOTICE) / notices;
    }
}
