package posthorn.engine.dnssec;

import static posthorn.engine.check.Severity.INFO;
import static posthorn.engine.check.Severity.NOTICE;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.dnssec.DnssecFacts.Delegated;
import posthorn.engine.dnssec.DnssecFacts.Standing;
import posthorn.engine.mailhost.MailHost;

/// Mail hosts in zones that are not signed: what is signed about the domain ends there, and DANE
/// with it (RFC 7672 §2.2). Where only a provider could change that, it is merely said.
final class UnsignedHosts implements Rule<DnssecFacts> {

    @Override
    public List<Finding> judge(DnssecFacts facts) {
        return facts instanceof Delegated delegated
                        && delegated.standing() instanceof Standing.Secure secure
                ? judge(
                        delegated,
                        secure.hosts().stream().filter(UnsignedHosts::isUnsigned).toList())
                : List.of();
    }

    private static List<Finding> judge(Delegated facts, List<MailHost> hosts) {
        if (hosts.isEmpty()) {
            return List.of();
        }
        boolean providers = hosts.stream().noneMatch(host -> host.operator().equals(MailHost.SELF));
        return List.of(
                Finding.of(providers ? INFO : NOTICE, "dnssec.mx-host-unsigned", facts.domain())
                        .with("hosts", hosts.stream().map(MailHost::name).toList())
                        .with(
                                "operator",
                                hosts.stream().map(MailHost::operator).distinct().toList()));
    }

    private static boolean isUnsigned(MailHost host) {
        return !host.isMissing()
                && !host.isSecure()
                && !host.a().isFailed()
                && !host.aaaa().isFailed();
    }
}
