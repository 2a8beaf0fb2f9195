package posthorn.engine.mtasts;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.warning;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Parsed.Fault;
import posthorn.engine.check.Rule;

/// The policy follows the grammar (RFC 8461 §3.2).
final class PolicyText implements Rule<MtaStsFacts> {

    private static final int SHOWN = 10;

    @Override
    public List<Finding> judge(MtaStsFacts facts) {
        var file =
                facts.lookup() instanceof StsLookup.Published published
                        ? published.file()
                        : java.util.Optional.<StsPolicy>empty();
        return file.map(policy -> judge(policy, facts)).orElse(List.of());
    }

    private static List<Finding> judge(StsPolicy policy, MtaStsFacts facts) {
        var findings = new ArrayList<Finding>();
        if (!policy.isUsable()) {
            findings.add(
                    critical(StsPolicy.SYNTAX, facts.domain())
                            .with("missing", orDash(policy.missing()))
                            .with("lines", orDash(lines(policy, policy.faults())))
                            .with("policy", Example.lines(facts)));
        } else if (!policy.oddities().isEmpty()) {
            findings.add(
                    warning(StsPolicy.ODD, facts.domain())
                            .with("lines", lines(policy, policy.oddities())));
        }
        return findings;
    }

    private static List<String> lines(StsPolicy policy, List<Fault> faults) {
        return faults.stream().limit(SHOWN).map(fault -> fault.in(policy.text()).strip()).toList();
    }

    private static List<String> orDash(List<String> words) {
        return words.isEmpty() ? List.of("–") : words;
    }
}
