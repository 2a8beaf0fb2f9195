package posthorn.engine.dkim;

import static posthorn.engine.check.Severity.INFO;

import java.util.List;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;
import posthorn.engine.dkim.SelectorFacts.Keyed;

/// The check `dkim`.
public final class DkimCheck {

    private DkimCheck() {}

    /// Whether the keys that sign a domain's mail are published, readable and strong.
    public static Check<Target, DkimFacts> check() {
        return new Check<>(
                "dkim",
                new DkimProbe(),
                DkimProbe::records,
                List.of(
                        new Silence(),
                        new NoSelector(),
                        new SelectorRecord(),
                        new KeySyntax(),
                        new KeyData(),
                        new KeyStrength(),
                        new KeyUse(),
                        new RevokedKey(),
                        new KeySet(),
                        new KeyPast(),
                        new WildcardKey(),
                        new HistoricPolicy(),
                        new ParkedKeys()),
                DkimCheck::ok);
    }

    private static List<Finding> ok(DkimFacts facts) {
        return facts instanceof DkimFacts.Probed probed
                ? probed.keyed().stream()
                        .filter(key -> key.record().isUsable())
                        .map(DkimCheck::ok)
                        .toList()
                : List.of();
    }

    private static Finding ok(Keyed key) {
        var finding = KeyRule.about(key, INFO, "dkim.ok");
        return key.rsa()
                .findFirst()
                .map(rsa -> finding.with("bits", rsa.bits()))
                .orElse(finding.with("bits", 256));
    }
}
