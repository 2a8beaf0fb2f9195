package posthorn.engine.mx;

import static posthorn.engine.check.Finding.info;

import java.util.Comparator;
import java.util.List;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.provider.Sign;

/// The check `mx`.
public final class MxCheck {

    private MxCheck() {}

    /// Where mail goes, and whether it can arrive there.
    public static Check<Target, MxFacts> check() {
        return new Check<>(
                "mx",
                new MxProbe(),
                MxProbe::records,
                List.of(
                        new Silence(),
                        new NoMx(),
                        new NullMx(),
                        new UnexpectedMx(),
                        used(new TargetText()),
                        used(new TargetAddress()),
                        used(new TargetAlias()),
                        used(new PrivateAddress()),
                        used(new Connection()),
                        used(new Greeting()),
                        used(new ProviderMatch()),
                        used(new Backup()),
                        used(new ManyHosts()),
                        used(new Redundancy()),
                        used(new NoIpv6())),
                MxCheck::ok);
    }

    /// The same rule, silent about domains that are not used for mail.
    private static Rule<MxFacts> used(Rule<MxFacts> rule) {
        return facts -> facts.target().profile() == Profile.PARKED ? List.of() : rule.judge(facts);
    }

    private static List<Finding> ok(MxFacts facts) {
        if (!(facts instanceof MxFacts.Published published)
                || published.hasNull()
                || published.target().profile() == Profile.PARKED) {
            return List.of();
        }
        return List.of(
                info("mx.ok", published.target().domain())
                        .with(
                                "hosts",
                                published.records().stream().map(Rdata.Mx::toString).toList())
                        .with("names", names(published))
                        .with("providers", providers(published)));
    }

    /// The hosts, those tried first in front.
    private static List<DnsName> names(MxFacts.Published published) {
        return published.records().stream()
                .sorted(Comparator.comparingInt(Rdata.Mx::preference))
                .map(Rdata.Mx::host)
                .distinct()
                .toList();
    }

    private static List<String> providers(MxFacts.Published published) {
        return published.signs().stream()
                .filter(recognised -> recognised.isSeenAt(Sign.At.MX))
                .map(recognised -> recognised.provider().name())
                .toList();
    }
}
