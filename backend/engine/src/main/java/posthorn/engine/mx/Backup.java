package posthorn.engine.mx;

import static posthorn.engine.check.Finding.notice;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.Providers;

/// A host of the domain's own behind a provider's hosts is a way around the provider's filter;
/// those who send spam prefer it.
final class Backup implements Rule<MxFacts> {

    @Override
    public List<Finding> judge(MxFacts facts) {
        if (!(facts instanceof MxFacts.Published published) || published.hosts().isEmpty()) {
            return List.of();
        }
        int best = published.records().getFirst().preference();
        var provider = providerOf(first(published, best));
        return provider.isEmpty() ? List.of() : own(published, best, provider.get());
    }

    private static List<DnsName> first(MxFacts.Published published, int best) {
        return published.records().stream()
                .filter(record -> record.preference() == best)
                .map(record -> record.host())
                .toList();
    }

    /// The provider that runs all of these hosts.
    private static Optional<Provider> providerOf(List<DnsName> hosts) {
        var providers =
                hosts.stream()
                        .map(host -> Providers.builtIn().ofMx(host).map(r -> r.provider()))
                        .distinct()
                        .toList();
        return providers.size() == 1 ? providers.getFirst() : Optional.empty();
    }

    private static List<Finding> own(MxFacts.Published published, int best, Provider provider) {
        var domain = published.target().domain();
        return published.asked().stream()
                .filter(host -> host.name().isWithin(domain) && host.isReachable())
                .filter(host -> published.recordsOf(host.name()).getFirst().preference() > best)
                .map(host ->
                        MxRemedies.removeAll(
                                notice("mx.backup-unfiltered", host.name())
                                        .with("provider", provider.name()),
                                domain,
                                published.recordsOf(host.name())))
                .toList();
    }
}
