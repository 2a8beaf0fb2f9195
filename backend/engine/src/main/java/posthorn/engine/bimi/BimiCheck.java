package posthorn.engine.bimi;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Target;

/// The check `bimi`.
public final class BimiCheck {

    private BimiCheck() {}

    /// Whether mail programs may show the logo of a domain, and who may issue certificates for it.
    ///
    /// @param roots of the authorities that issue certificates for logos
    public static Check<Target, BimiFacts> check(MarkRoots roots) {
        return new Check<>(
                "bimi",
                new BimiProbe(roots),
                BimiProbe::records,
                Stream.<Rule<BimiFacts>>of(
                                new Silence(),
                                new LogoRecord(),
                                new DmarcStrength(),
                                new LogoFile(),
                                new LogoProfile(),
                                new Mark(),
                                new CaaRecords(),
                                new CaaRenewal(),
                                new CaaMarks())
                        .map(BimiCheck::sending)
                        .toList(),
                sending(BimiCheck::ok));
    }

    /// The same rule, silent about domains that send no mail.
    private static Rule<BimiFacts> sending(Rule<BimiFacts> rule) {
        return facts -> facts.target().profile().sends() ? rule.judge(facts) : List.of();
    }

    private static List<Finding> ok(BimiFacts facts) {
        return facts.wanted().filter(record -> record.logo().isPresent()).stream()
                .map(record ->
                        info("bimi.ok", facts.domain())
                                .with("logo", record.tags().value("l").orElse(""))
                                .with("certificate", record.tags().value("a").orElse("")))
                .toList();
    }
}
