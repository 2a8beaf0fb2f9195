package posthorn.engine.tlsrpt;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Target;

/// The check `tlsrpt`.
public final class TlsRptCheck {

    private TlsRptCheck() {}

    /// Whether anybody hears of encryption that failed.
    public static Check<Target, TlsRptFacts> check() {
        return new Check<>(
                "tlsrpt",
                new TlsRptProbe(),
                TlsRptProbe::records,
                List.of(used(new ReportRecord())),
                used(TlsRptCheck::ok));
    }

    /// The same rule, silent about domains that are not used for mail.
    private static Rule<TlsRptFacts> used(Rule<TlsRptFacts> rule) {
        return facts -> facts.target().profile() == Profile.PARKED ? List.of() : rule.judge(facts);
    }

    private static List<Finding> ok(TlsRptFacts facts) {
        return facts instanceof TlsRptFacts.Published(var target, var records, _)
                ? List.of(
                        info("tlsrpt.ok", target.domain())
                                .with("addresses", records.getFirst().rua()))
                : List.of();
    }
}
