package posthorn.engine.spf;

import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// The domain's TXT records could not be had; receivers answer temperror and try again (RFC 7208
/// §2.6.6).
final class Unreached implements Rule<SpfFacts> {

    @Override
    public List<Finding> judge(SpfFacts facts) {
        return facts instanceof SpfFacts.Unreachable(var domain, var failure)
                ? List.of(unknown("spf.unreachable", domain).with("failure", failure))
                : List.of();
    }
}
