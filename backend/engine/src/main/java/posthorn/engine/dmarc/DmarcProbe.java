package posthorn.engine.dmarc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Target;
import posthorn.engine.dkim.DkimFacts;
import posthorn.engine.dkim.DkimProbe;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.Source;
import posthorn.engine.provider.Providers;
import posthorn.engine.psl.PublicSuffixes;

/// Asks for the policy of a domain, for what stands in its place by mistake, and for the domains
/// that are to get its reports.
final class DmarcProbe implements Probe<Target, DmarcFacts> {

    /// More report domains than this are not asked about.
    private static final int MAX_TARGETS = 8;

    private static final int AT_ONCE = 4;

    /// A label that nobody uses.
    private static final String UNUSED = "unused-posthorn";

    @Override
    public DmarcFacts probe(Target target, Outside outside) {
        var dns = outside.dns();
        var domain = target.domain();
        var walk = TreeWalk.from(domain, dns);
        var apex = dns.txt(domain);
        var discovery = Discovery.of(walk, dns);
        var listOrg = PublicSuffixes.builtIn().organizationalDomain(domain);
        var atListOrg = walk.at(listOrg).orElseGet(() -> TreeWalk.Step.at(listOrg, dns));
        var mx = dns.mx(domain);
        return new DmarcFacts(
                target,
                walk,
                discovery,
                Rfc7489View.of(walk.own(), atListOrg),
                atListOrg,
                apex,
                doubled(domain, dns),
                dns.txt(domain.child(UNUSED).child("_dmarc")),
                mx,
                Providers.builtIn()
                        .recognise(
                                mx.records().stream().map(Rdata.Mx::host).toList(),
                                dns.ns(domain).records(),
                                ""),
                targets(walk, dns),
                signing(discovery, target, outside));
    }

    /// The name that a zone file makes when the final dot is forgotten.
    private static Answer<Rdata.Text> doubled(DnsName domain, Dns dns) {
        var name = domain.child(domain.text()).child("_dmarc");
        return name.isWellFormed()
                ? dns.txt(name)
                : new Answer.NoData<>(List.of(), Source.local("too long for a name"));
    }

    private static List<ReportTarget> targets(TreeWalk walk, Dns dns) {
        var byDomain = new LinkedHashMap<DnsName, ReportUri.Mailto>();
        walk.own().record().stream()
                .flatMap(record -> record.rua().stream())
                .filter(ReportUri.Mailto.class::isInstance)
                .map(ReportUri.Mailto.class::cast)
                .forEach(uri -> byDomain.putIfAbsent(uri.domain(), uri));
        return Parallel.map(
                byDomain.values().stream().limit(MAX_TARGETS).toList(),
                AT_ONCE,
                uri -> ReportTarget.of(walk.start(), uri, dns));
    }

    /// Asked only where it matters: before receivers are told to reject.
    private static DmarcFacts.Signing signing(Discovery discovery, Target target, Outside outside) {
        return discovery instanceof Discovery.Found found
                        && found.published() == Policy.REJECT
                        && new DkimProbe().probe(target, outside) instanceof DkimFacts.Probed keys
                ? signing(keys)
                : DmarcFacts.Signing.UNKNOWN;
    }

    private static DmarcFacts.Signing signing(DkimFacts.Probed keys) {
        return keys.canBeVerified()
                .map(can -> can ? DmarcFacts.Signing.YES : DmarcFacts.Signing.NO)
                .orElse(DmarcFacts.Signing.UNKNOWN);
    }

    /// The published records, with their names where these are not the domain's own.
    static List<String> records(DmarcFacts facts) {
        var own = facts.walk().own().answer().records().stream().map(Rdata.Text::joined).sorted();
        var above =
                facts.inherited().stream()
                        .map(f -> "_dmarc." + f.source() + ": " + f.record().text());
        return Stream.concat(own, above).toList();
    }
}
