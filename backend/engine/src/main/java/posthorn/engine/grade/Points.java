package posthorn.engine.grade;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.SelectorPast;
import posthorn.engine.check.Target;

/// Points and ceilings of a domain, before anybody asks what to do about them.
record Points(List<Line> lines, List<Limit> limits) {

    /// Beyond this part of all points unknown, no grade is given.
    private static final double MOST_OPEN = 0.30;

    private static final Duration PROOF = Duration.ofDays(30);

    static Points of(Target target, Instant at, List<Judged> judged) {
        var weighed = weighed(judged);
        return new Points(lines(weighed), limits(target, at, weighed));
    }

    /// Those that bring points, in the order of the report.
    private static List<Judged> weighed(List<Judged> judged) {
        return judged.stream()
                .filter(Judged::applies)
                .filter(check -> Weights.OF.containsKey(check.kind()))
                .toList();
    }

    private static List<Line> lines(List<Judged> judged) {
        double all = judged.stream().mapToDouble(Points::weight).sum();
        return judged.stream().map(check -> line(check, 100 * weight(check) / all)).toList();
    }

    private static int weight(Judged check) {
        return Weights.OF.getOrDefault(check.kind(), 0);
    }

    private static Line line(Judged check, double possible) {
        return check.isUnknown()
                ? new Line.Open(check.kind(), possible)
                : new Line.Counted(check.kind(), possible, Losses.of(check, possible));
    }

    private static List<Limit> limits(Target target, Instant at, List<Judged> judged) {
        var faults = judged.stream().flatMap(check -> check.faults().stream()).toList();
        return Arrays.stream(Ceiling.values())
                .flatMap(ceiling ->
                        switch (ceiling) {
                            case DKIM_UNPROVEN -> when(ceiling, isUnproven(target, at));
                            case ENCRYPTION_OPTIONAL -> when(ceiling, isOptional(target, judged));
                            default -> caused(ceiling, faults).stream();
                        })
                .toList();
    }

    private static Stream<Limit> when(Ceiling ceiling, boolean counts) {
        return counts ? Stream.of(new Limit(ceiling, List.of())) : Stream.empty();
    }

    private static Optional<Limit> caused(Ceiling ceiling, List<Finding> faults) {
        var causes = ceiling.causes(faults);
        return causes.isEmpty() ? Optional.empty() : Optional.of(new Limit(ceiling, causes));
    }

    private static boolean isUnproven(Target target, Instant at) {
        return target.profile().sends()
                && target.past().stream().noneMatch(past -> isProof(past, at));
    }

    private static boolean isProof(SelectorPast past, Instant at) {
        return past instanceof SelectorPast.Signed(_, var last) && last.isAfter(at.minus(PROOF));
    }

    /// Whether it is known that nothing makes senders encrypt.
    private static boolean isOptional(Target target, List<Judged> judged) {
        return target.profile().receives()
                && isKnownWithout("mtasts", "mtasts.ok", judged)
                && isKnownWithout("dane", "dane.ok", judged);
    }

    private static boolean isKnownWithout(String kind, String code, List<Judged> judged) {
        return judged.stream()
                .filter(check -> check.kind().equals(kind))
                .noneMatch(check -> check.isUnknown() || check.says(code));
    }

    /// The score by points alone, of 100.
    int sum() {
        return (int) Math.round(100 - lines.stream().mapToDouble(Line::lost).sum());
    }

    /// The score, no higher than the lowest ceiling.
    int score() {
        return limits.stream()
                .mapToInt(limit -> limit.ceiling().best().top())
                .reduce(sum(), Math::min);
    }

    Letter letter() {
        return isTooOpen() ? Letter.NONE : Letter.of(score());
    }

    private boolean isTooOpen() {
        return open() > 100 * MOST_OPEN || lines.isEmpty();
    }

    /// The points that nobody can judge.
    double open() {
        return lines.stream().filter(Line.Open.class::isInstance).mapToDouble(Line::possible).sum();
    }
}
