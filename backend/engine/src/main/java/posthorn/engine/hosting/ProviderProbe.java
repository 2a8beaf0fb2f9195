package posthorn.engine.hosting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Target;
import posthorn.engine.dkim.DkimFacts;
import posthorn.engine.dkim.DkimProbe;
import posthorn.engine.dkim.SelectorFacts;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Rdata;
import posthorn.engine.provider.Providers;
import posthorn.engine.provider.Recognised;
import posthorn.engine.psl.PublicSuffixes;
import posthorn.engine.spf.Node;
import posthorn.engine.spf.SpfCheck;
import posthorn.engine.spf.SpfFacts;

/// Asks what the checks of the zone, MX, SPF and DKIM ask too, and nothing else.
final class ProviderProbe implements Probe<Target, ProviderFacts> {

    private final Providers providers = Providers.builtIn();

    @Override
    public ProviderFacts probe(Target target, Outside outside) {
        var servers = NameServers.of(target.domain(), outside.dns());
        return target.profile() == Profile.PARKED
                ? new ProviderFacts.Parked(target, servers)
                : used(target, servers, outside);
    }

    private ProviderFacts used(Target target, NameServers servers, Outside outside) {
        var dns = outside.dns();
        var mx = dns.mx(target.domain());
        var spf = SpfCheck.check().probe().probe(target, outside);
        var keys = new DkimProbe().probe(target, outside);
        var shown =
                providers.merged(
                        Stream.of(
                                        zone(servers, mx, ownTerms(spf, target.domain())),
                                        selectors(keys, target.domain()),
                                        autodiscover(target.domain(), dns),
                                        texts(target.domain(), dns))
                                .flatMap(found -> found)
                                .toList());
        return new ProviderFacts.Used(target, servers, mx, spf, keys, shown);
    }

    private Stream<Recognised> zone(NameServers servers, Answer<Rdata.Mx> mx, String spf) {
        var hosts = mx.records().stream().map(Rdata.Mx::host).sorted().distinct().toList();
        var ns = servers instanceof NameServers.Seen(_, var names) ? names : List.<DnsName>of();
        return providers.recognise(hosts, ns, spf).stream();
    }

    /// The terms in the record and in records that it takes in from the owner's own names.
    private static String ownTerms(SpfFacts spf, DnsName domain) {
        var organization = PublicSuffixes.builtIn().organizationalDomain(domain);
        return switch (spf) {
            case SpfFacts.Published published ->
                    published
                            .expansion()
                            .all()
                            .filter(node -> node.domain().isWithin(organization))
                            .filter(node -> !(node.outcome() instanceof Node.Outcome.Unused))
                            .map(node -> node.term().text())
                            .collect(Collectors.joining(" "));
            case SpfFacts.Several several -> String.join(" ", several.records());
            case SpfFacts.Absent _, SpfFacts.Unreachable _ -> "";
        };
    }

    private Stream<Recognised> selectors(DkimFacts keys, DnsName domain) {
        return keys instanceof DkimFacts.Probed probed
                ? probed.selectors().stream().flatMap(found -> ofSelector(found, domain).stream())
                : Stream.empty();
    }

    /// Whose key is there. An alias that leads nowhere shows nobody at work.
    private Optional<Recognised> ofSelector(SelectorFacts facts, DnsName domain) {
        var name = facts.selector().name();
        return switch (facts) {
            case SelectorFacts.Keyed(_, _, var chain, _) ->
                    providers.ofSelector(name, chain, domain);
            case SelectorFacts.Several(_, _, var chain, _) ->
                    providers.ofSelector(name, chain, domain);
            case SelectorFacts.Dangling _, SelectorFacts.Missing _, SelectorFacts.Silent _ ->
                    Optional.empty();
        };
    }

    private Stream<Recognised> autodiscover(DnsName domain, Dns dns) {
        return dns.cname(domain.child("autodiscover")).records().stream()
                .flatMap(target -> providers.ofAutodiscover(target).stream());
    }

    private Stream<Recognised> texts(DnsName domain, Dns dns) {
        return dns.txt(domain).records().stream()
                .map(Rdata.Text::joined)
                .sorted()
                .flatMap(text -> providers.ofText(text).stream());
    }
}
