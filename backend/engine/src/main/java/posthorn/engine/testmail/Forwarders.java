package posthorn.engine.testmail;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import posthorn.engine.arc.ArcChain;
import posthorn.engine.arc.ArcSet;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// Whether the seals of those who handed the message on hold (RFC 8617 §5.2). Shown, never scored:
/// anybody can seal.
final class Forwarders implements Rule<AuthenticationFacts> {

    @Override
    public List<Finding> judge(AuthenticationFacts facts) {
        var chain = facts.arc();
        return switch (chain.status()) {
            case NONE -> List.of();
            case PASS -> List.of(shown(info("tm.arc-pass", facts.about()), chain));
            case FAIL -> List.of(shown(notice("tm.arc-fail", facts.about()), chain));
            case UNKNOWN -> List.of(shown(unknown("tm.arc-unknown", facts.about()), chain));
        };
    }

    private static Finding shown(Finding finding, ArcChain chain) {
        var shown =
                finding.with("sealers", chain.sets().stream().map(ArcSet::domain).toList())
                        .with("chainReason", chain.reason())
                        .with("instance", chain.instance())
                        .with("claims", chain.sets().stream().map(Forwarders::claims).toList());
        var oldest = chain.oldestPass();
        return oldest.isPresent() ? shown.with("oldestPass", oldest.getAsInt()) : shown;
    }

    /// What a sealer says it had found out.
    private static String claims(ArcSet set) {
        var results =
                set.claims().field().results().stream()
                        .map(result -> result.method() + "=" + result.result())
                        .toList();
        return set.instance() + " " + set.domain() + ": " + String.join(", ", results);
    }
}
