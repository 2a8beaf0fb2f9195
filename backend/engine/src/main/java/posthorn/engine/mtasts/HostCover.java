package posthorn.engine.mtasts;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// The policy allows the hosts of the MX records, and no others (RFC 8461 §4.1).
final class HostCover implements Rule<MtaStsFacts> {

    @Override
    public List<Finding> judge(MtaStsFacts facts) {
        return facts.lookup()
                .inEffect()
                .filter(policy -> policy.mode() != PolicyMode.NONE && !facts.names().isEmpty())
                .map(policy ->
                        Stream.concat(uncovered(policy, facts), extra(policy, facts)).toList())
                .orElse(List.of());
    }

    private static Stream<Finding> uncovered(StsPolicy policy, MtaStsFacts facts) {
        var severity = policy.mode() == PolicyMode.ENFORCE ? CRITICAL : WARNING;
        return facts.names().stream()
                .filter(name -> !policy.allows(name))
                .map(name ->
                        Finding.of(severity, "mtasts.mx-uncovered", name)
                                .with("domain", facts.domain())
                                .with("mode", policy.mode())
                                .with("patterns", policy.mx())
                                .with("line", "mx: " + name));
    }

    private static Stream<Finding> extra(StsPolicy policy, MtaStsFacts facts) {
        return policy.mx().stream()
                .distinct()
                .filter(pattern ->
                        facts.names().stream().noneMatch(name -> StsPolicy.matches(pattern, name)))
                .map(pattern -> notice("mtasts.mx-extra", pattern).with("domain", facts.domain()));
    }
}
