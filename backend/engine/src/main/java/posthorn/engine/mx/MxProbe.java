package posthorn.engine.mx;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Target;
import posthorn.engine.mailhost.MailHost;
import posthorn.engine.mailhost.MailHosts;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Rdata;
import posthorn.engine.provider.Providers;
import posthorn.engine.provider.Recognised;

/// Asks for the MX records of a domain and the addresses of their hosts, or, when there are none,
/// for the addresses of the domain itself. Name servers and SPF tell which provider is meant. The
/// first hosts are connected to.
final class MxProbe implements Probe<Target, MxFacts> {

    /// More hosts than this are not asked about.
    static final int MAX_HOSTS = 20;

    private static final int AT_ONCE = 8;
    private static final List<String> FREE = List.of("mail", "mx", "mx1", "mailhost");

    @Override
    public MxFacts probe(Target target, Outside outside) {
        var dns = outside.dns();
        var answer = dns.mx(target.domain());
        return switch (answer) {
            case Answer.Failed<Rdata.Mx>(var failure, _, _) ->
                    new MxFacts.Unanswered(target, failure);
            case Answer.NxDomain<Rdata.Mx> _, Answer.NoData<Rdata.Mx> _ -> absent(target, dns);
            case Answer.Data<Rdata.Mx> data -> published(target, data.records(), outside);
        };
    }

    private static MxFacts absent(Target target, Dns dns) {
        var domain = target.domain();
        return new MxFacts.Absent(
                target, dns.a(domain), dns.aaaa(domain), signs(domain, List.of(), dns));
    }

    private static MxFacts published(Target target, List<Rdata.Mx> records, Outside outside) {
        var dns = outside.dns();
        var sorted =
                records.stream()
                        .sorted(
                                Comparator.comparingInt(Rdata.Mx::preference)
                                        .thenComparing(Rdata.Mx::host))
                        .toList();
        var names =
                sorted.stream()
                        .map(Rdata.Mx::host)
                        .filter(name -> !name.isRoot())
                        .distinct()
                        .toList();
        var hosts =
                Parallel.map(
                        names.stream().limit(MAX_HOSTS).toList(),
                        AT_ONCE,
                        name -> host(name, target.domain(), dns));
        return new MxFacts.Published(
                target,
                sorted,
                hosts,
                signs(target.domain(), names, dns),
                visited(target, outside));
    }

    private static List<MailHost> visited(Target target, Outside outside) {
        return target.profile() == Profile.PARKED
                ? List.of()
                : MailHosts.of(target.domain(), outside).hosts();
    }

    private static MxHost host(DnsName name, DnsName domain, Dns dns) {
        var address = MxTarget.literal(name, domain);
        if (address.isPresent()) {
            return new MxHost.Literal(name, address.get(), free(address.get(), domain, dns));
        }
        return MxTarget.slip(name, domain)
                .<MxHost>map(slip -> slip)
                .orElseGet(() -> new MxHost.Asked(name, dns.a(name), dns.aaaa(name)));
    }

    /// A host name that already leads to the address and nowhere else, or that is not taken.
    private static DnsName free(InetAddress address, DnsName domain, Dns dns) {
        return FREE.stream()
                .map(domain::child)
                .filter(name -> isFree(name, address, dns))
                .findFirst()
                .orElse(domain.child("mx" + Math.floorMod(address.hashCode(), 1000)));
    }

    private static boolean isFree(DnsName name, InetAddress address, Dns dns) {
        var a = dns.a(name);
        boolean leadsThere = a instanceof Answer.NxDomain || a.records().equals(List.of(address));
        return leadsThere && a.aliases().isEmpty();
    }

    private static List<Recognised> signs(DnsName domain, List<DnsName> hosts, Dns dns) {
        var spf =
                dns.txt(domain).records().stream()
                        .map(Rdata.Text::joined)
                        .filter(text -> text.startsWith("v=spf1"))
                        .collect(Collectors.joining(" "));
        return Providers.builtIn().recognise(hosts, dns.ns(domain).records(), spf);
    }

    /// The MX records as a person would write them.
    static List<String> records(MxFacts facts) {
        return facts instanceof MxFacts.Published(_, var records, _, _, _)
                ? records.stream().map(Rdata.Mx::toString).sorted().toList()
                : Stream.<String>of().toList();
    }
}
