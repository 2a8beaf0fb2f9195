package posthorn.engine.hosting;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;

/// Where the zone is edited: the provider of all its name servers.
final class DnsHost implements Rule<ProviderFacts> {

    @Override
    public List<Finding> judge(ProviderFacts facts) {
        return switch (facts.servers()) {
            case NameServers.None _, NameServers.Unanswered _ -> List.of();
            case NameServers.Seen seen -> List.of(host(seen, facts.target().domain()));
        };
    }

    private static Finding host(NameServers.Seen seen, DnsName domain) {
        return seen.provider()
                .map(found ->
                        info("provider.dns-host", domain)
                                .with("id", found.provider().id())
                                .with("provider", found.provider().name())
                                .with("zone", seen.zone())
                                .with("servers", seen.servers())
                                .with("sure", found.sure()))
                .orElseGet(() ->
                        info("provider.dns-host-unknown", domain)
                                .with("zone", seen.zone())
                                .with("servers", seen.servers()));
    }
}
