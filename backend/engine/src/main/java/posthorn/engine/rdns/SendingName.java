package posthorn.engine.rdns;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;

/// Filters look at the name of an address that sends: one that a program gave looks like a line at
/// home, one that the hoster gave tells nothing of its owner.
final class SendingName implements Rule<RdnsFacts> {

    @Override
    public List<Finding> judge(RdnsFacts facts) {
        return facts.hosts().stream()
                .filter(RdnsFacts.Host::sends)
                .flatMap(host ->
                        host.ptr().records().stream()
                                .sorted()
                                .flatMap(
                                        name -> judge(host, name, facts.target().domain()).stream())
                                .limit(1))
                .toList();
    }

    private static Optional<Finding> judge(RdnsFacts.Host host, DnsName name, DnsName domain) {
        return HosterName.hoster(name)
                .map(hoster ->
                        notice("rdns.hoster-default", ReverseName.address(host))
                                .with("name", name)
                                .with("hoster", hoster))
                .or(() ->
                        AutomaticName.of(name, host.address())
                                .map(automatic -> generic(host, name, automatic)))
                .map(finding -> ReversePointer.instead(finding, host, domain));
    }

    private static Finding generic(RdnsFacts.Host host, DnsName name, AutomaticName automatic) {
        return warning("rdns.generic", ReverseName.address(host))
                .with("name", name)
                .with("pattern", automatic.pattern())
                .with("weight", automatic.weight());
    }
}
