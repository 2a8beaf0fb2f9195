package posthorn.engine.dnsbl;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.Providers;

/// A listed address of a provider is the provider's to clear.
final class SharedAddress implements Rule<DnsblFacts> {

    @Override
    public List<Finding> judge(DnsblFacts facts) {
        return facts.replies().stream()
                .filter(reply -> reply.has(ListCode.Meaning.LISTED))
                .map(DnsblFacts.Reply::subject)
                .distinct()
                .flatMap(subject ->
                        provider(subject)
                                .map(p ->
                                        info("dnsbl.shared-ip", subject.text())
                                                .with("provider", p.name()))
                                .stream())
                .toList();
    }

    private static Optional<Provider> provider(Subject subject) {
        return hosts(subject).stream()
                .flatMap(host -> Providers.builtIn().ofMx(host).stream())
                .map(recognised -> recognised.provider())
                .findFirst();
    }

    private static List<DnsName> hosts(Subject subject) {
        return switch (subject) {
            case Subject.MxAddress(_, var hosts) -> hosts;
            case Subject.Allowed(_, var hosts) -> hosts;
            case Subject.Sender _, Subject.OwnDomain _, Subject.SubDomain _ -> List.of();
        };
    }
}
