package posthorn.engine.mtasts;

import java.time.Instant;
import java.util.List;
import posthorn.engine.check.Target;
import posthorn.engine.mailhost.MailHosts;
import posthorn.engine.outside.DnsName;

/// The policy of a domain beside the hosts it is about.
///
/// @param hosts looked at only where a policy is in effect
/// @param names the names of all MX hosts
/// @param at when
public record MtaStsFacts(
        Target target, StsLookup lookup, List<DnsName> names, MailHosts hosts, Instant at) {

    public MtaStsFacts {
        names = List.copyOf(names);
    }

    DnsName domain() {
        return target.domain();
    }
}
