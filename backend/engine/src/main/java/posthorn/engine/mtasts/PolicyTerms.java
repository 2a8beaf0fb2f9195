package posthorn.engine.mtasts;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// What the policy asks for, and for how long.
final class PolicyTerms implements Rule<MtaStsFacts> {

    private static final long DAY = 86_400;

    /// RFC 8461 §3.2: about a year.
    private static final long LONGEST = 31_557_600;

    @Override
    public List<Finding> judge(MtaStsFacts facts) {
        return facts.lookup().inEffect().map(policy -> judge(policy, facts)).orElse(List.of());
    }

    private static List<Finding> judge(StsPolicy policy, MtaStsFacts facts) {
        return switch (policy.mode()) {
            case NONE -> List.of(notice("mtasts.mode-none", facts.domain()));
            case TESTING ->
                    java.util.stream.Stream.concat(
                                    java.util.stream.Stream.of(
                                            notice("mtasts.mode-testing", facts.domain())),
                                    age(policy, facts).stream())
                            .toList();
            case ENFORCE -> age(policy, facts);
        };
    }

    private static List<Finding> age(StsPolicy policy, MtaStsFacts facts) {
        if (policy.maxAge() >= DAY && policy.maxAge() <= LONGEST) {
            return List.of();
        }
        var severity = policy.maxAge() < DAY ? NOTICE : WARNING;
        var limits = policy.maxAge() < DAY ? "SHORT" : "LONG";
        return List.of(
                Finding.of(severity, "mtasts.max-age-short", facts.domain())
                        .with("maxAge", policy.maxAge())
                        .with("ageFault", limits));
    }
}
