package posthorn.engine.dns;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Target;

/// The check `dns`.
public final class DnsCheck {

    private DnsCheck() {}

    /// Whether the zone of the domain is delegated, served and the same everywhere.
    public static Check<Target, DnsFacts> check() {
        return new Check<>(
                "dns",
                new DnsProbe(),
                DnsProbe::records,
                List.of(
                        new Silence(),
                        new Delegated(),
                        new RegistrationEnd(),
                        new LameServers(),
                        new ServerNames(),
                        new SameServers(),
                        new Redundancy(),
                        new ZoneStart(),
                        new Agreement(),
                        new Connections(),
                        new AliasPlace(),
                        new AliasEnd(),
                        used(new MailAlias()),
                        used(new WildcardMail()),
                        used(new Lifetimes())),
                DnsCheck::ok);
    }

    /// The same rule, silent about domains that are not used for mail.
    private static Rule<DnsFacts> used(Rule<DnsFacts> rule) {
        return facts -> facts.target().profile() == Profile.PARKED ? List.of() : rule.judge(facts);
    }

    private static List<Finding> ok(DnsFacts facts) {
        return facts.cut().stream()
                .map(cut ->
                        info("dns.ok", facts.target().domain())
                                .with("zone", cut.apex())
                                .with(
                                        "servers",
                                        cut.servers().stream().map(NameServer::name).toList()))
                .toList();
    }
}
