package posthorn.engine.dkim;

import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.NOTICE;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.dkim.SelectorFacts.Keyed;

/// Whether a key is withdrawn (RFC 6376 §3.6.1): well after a change of keys, bad for the one in
/// use.
final class RevokedKey implements KeyRule {

    @Override
    public List<Finding> judge(Keyed key, DkimFacts.Probed facts) {
        if (!key.record().isRevoked()) {
            return List.of();
        }
        boolean inUse = !key.isGuessed() && !facts.hasUsableKey();
        return List.of(KeyRule.about(key, inUse ? CRITICAL : NOTICE, "dkim.revoked"));
    }
}
