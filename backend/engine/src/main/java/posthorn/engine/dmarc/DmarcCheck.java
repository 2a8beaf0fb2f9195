package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;

/// The check `dmarc`.
public final class DmarcCheck {

    private DmarcCheck() {}

    /// What receivers are asked to do with forged mail, and whether anybody hears of it.
    public static Check<Target, DmarcFacts> check() {
        return new Check<>(
                "dmarc",
                new DmarcProbe(),
                DmarcProbe::records,
                List.of(
                        new Silence(),
                        new NoPolicy(),
                        new OneRecord(),
                        new RecordPlace(),
                        new PolicyTags(),
                        new RecordSyntax(),
                        new PolicyStrength(),
                        new SubdomainPolicy(),
                        new Organization(),
                        new ReportAddresses(),
                        new ReportDelivery(),
                        new Rejection(),
                        new Surroundings()),
                DmarcCheck::ok);
    }

    private static List<Finding> ok(DmarcFacts facts) {
        return facts.found().stream()
                .map(found ->
                        info("dmarc.ok", facts.domain())
                                .with("policy", found.inEffect().text())
                                .with("source", found.source())
                                .with("record", found.record().text()))
                .toList();
    }
}
