package posthorn.engine.hosting;

import java.util.List;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Outside;

/// Asks what other checks ask too.
final class ProviderProbe implements Probe<Target, ProviderFacts> {

    @Override
    public ProviderFacts probe(Target target, Outside outside) {
        return new ProviderFacts(target, NameServers.of(target.domain(), outside.dns()));
    }

    /// The name servers.
    static List<String> records(ProviderFacts facts) {
        return facts.servers() instanceof NameServers.Seen(_, var servers)
                ? servers.stream().map(server -> "NS " + server).toList()
                : List.of();
    }
}
