package posthorn.engine.mx;

import static posthorn.engine.check.Finding.warning;

import java.util.Comparator;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;
import posthorn.engine.provider.MxSet;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.Recognised;
import posthorn.engine.provider.Sign;

/// The MX records are those of one provider, and the ones it cannot do without are there. Silent
/// about providers whose records we only believe to know.
final class ProviderMatch implements Rule<MxFacts> {

    @Override
    public List<Finding> judge(MxFacts facts) {
        if (!(facts instanceof MxFacts.Published published)) {
            return List.of();
        }
        var shown =
                published.signs().stream()
                        .filter(sign -> sign.isSurelySeenAt(Sign.At.MX))
                        .filter(sign -> sign.provider().kind().receives())
                        .toList();
        return switch (shown.size()) {
            case 0 -> List.of();
            case 1 -> incomplete(shown.getFirst(), published);
            default -> List.of(several(shown, published));
        };
    }

    private static List<Finding> incomplete(Recognised recognised, MxFacts.Published published) {
        var provider = recognised.provider();
        var domain = published.target().domain();
        var names = published.hosts().stream().map(MxHost::name).toList();
        return provider.mxSets().stream()
                .filter(MxSet::sure)
                .filter(set -> set.present(names, domain) > 0)
                .max(
                        Comparator.<MxSet>comparingInt(set -> -set.missing(names, domain).size())
                                .thenComparingLong(set -> set.present(names, domain)))
                .map(set -> set.missing(names, domain))
                .filter(missing -> !missing.isEmpty())
                .map(missing -> incomplete(provider, missing, published))
                .stream()
                .toList();
    }

    private static Finding incomplete(
            Provider provider, List<MxSet.Host> missing, MxFacts.Published published) {
        var domain = published.target().domain();
        var finding =
                warning("mx.provider-mismatch", domain)
                        .with("providers", provider.name())
                        .with("missing", missing.stream().map(h -> h.name().in(domain)).toList());
        return MxRemedies.publishHosts(missing, finding, domain);
    }

    private static Finding several(List<Recognised> shown, MxFacts.Published published) {
        var inUse = shown.stream().filter(r -> r.isSurelySeenAt(Sign.At.SPF)).toList();
        if (inUse.size() != 1) {
            return warning("mx.provider-mismatch", published.target().domain())
                    .with("providers", shown.stream().map(r -> r.provider().name()).toList())
                    .with("missing", List.of("–"));
        }
        var others = shown.stream().filter(r -> !inUse.contains(r)).toList();
        return leftover(inUse.getFirst(), others, published);
    }

    private static Finding leftover(
            Recognised inUse, List<Recognised> others, MxFacts.Published published) {
        var domain = published.target().domain();
        var hosts =
                others.stream()
                        .flatMap(other -> other.signs().stream())
                        .filter(sign -> sign.at() == Sign.At.MX)
                        .map(sign -> DnsName.of(sign.value()))
                        .toList();
        var finding =
                warning("mx.leftover-provider", domain)
                        .with("provider", inUse.provider().name())
                        .with("leftover", others.stream().map(r -> r.provider().name()).toList())
                        .with("hosts", hosts);
        return MxRemedies.removeAll(
                finding,
                domain,
                hosts.stream().flatMap(host -> published.recordsOf(host).stream()).toList());
    }
}
