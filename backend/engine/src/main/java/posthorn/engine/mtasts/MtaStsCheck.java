package posthorn.engine.mtasts;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Target;

/// The check `mtasts`.
public final class MtaStsCheck {

    private MtaStsCheck() {}

    /// Whether senders are asked to insist on encryption, and can.
    public static Check<Target, MtaStsFacts> check() {
        return new Check<>(
                "mtasts",
                new MtaStsProbe(),
                MtaStsProbe::records,
                Stream.<Rule<MtaStsFacts>>of(
                                new Silence(),
                                new RecordText(),
                                new PolicyFetch(),
                                new PolicyText(),
                                new PolicyTerms(),
                                new HostCover(),
                                new HostTls())
                        .map(MtaStsCheck::used)
                        .toList(),
                MtaStsCheck::ok);
    }

    /// The same rule, silent about domains that are not used for mail.
    private static Rule<MtaStsFacts> used(Rule<MtaStsFacts> rule) {
        return facts -> facts.target().profile() == Profile.PARKED ? List.of() : rule.judge(facts);
    }

    private static List<Finding> ok(MtaStsFacts facts) {
        return facts
                .lookup()
                .inEffect()
                .filter(policy -> policy.mode() == PolicyMode.ENFORCE)
                .filter(_ -> facts.target().profile() != Profile.PARKED)
                .filter(_ -> new HostTls().judge(facts).isEmpty())
                .map(policy ->
                        info("mtasts.ok", facts.domain())
                                .with("mode", policy.mode())
                                .with("patterns", policy.mx())
                                .with("maxAge", policy.maxAge()))
                .stream()
                .toList();
    }
}
