package posthorn.engine.rdns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.SmtpAnswer;
import posthorn.engine.outside.SpecialPurpose;

/// Asks for the names of the addresses that send mail, as somebody named them, and of those the MX
/// hosts have. Forty addresses at most, five names of each, and the greeting of three mail servers.
public final class RdnsProbe implements Probe<Target, RdnsFacts> {

    static final int MAX_ADDRESSES = 40;
    static final int MAX_NAMES = 5;
    static final int MAX_GREETINGS = 3;

    private static final int MAX_MX = 10;
    private static final int AT_ONCE = 8;

    private record Address(InetAddress address, boolean sends, List<DnsName> mx) {}

    @Override
    public RdnsFacts probe(Target target, Outside outside) {
        if (target.profile() == Profile.PARKED) {
            return new RdnsFacts(target, List.of(), List.of());
        }
        var addresses = addresses(target, outside.dns());
        var greeted =
                addresses.stream().filter(a -> !a.mx().isEmpty()).limit(MAX_GREETINGS).toList();
        return new RdnsFacts(
                target,
                Parallel.map(
                        addresses,
                        AT_ONCE,
                        address -> host(address, greeted.contains(address), outside)),
                silent(target, outside.dns()));
    }

    private static List<RdnsFacts.Silent> silent(Target target, Dns dns) {
        if (!target.profile().receives()) {
            return List.of();
        }
        var domain = failure(target.domain(), dns.mx(target.domain()));
        var hosts =
                hosts(target, dns).stream()
                        .filter(host -> addresses(host, dns).isEmpty())
                        .flatMap(host ->
                                Stream.concat(
                                                failure(host, dns.a(host)),
                                                failure(host, dns.aaaa(host)))
                                        .limit(1));
        return Stream.concat(domain, hosts).toList();
    }

    private static Stream<RdnsFacts.Silent> failure(DnsName name, Answer<?> answer) {
        return answer instanceof Answer.Failed<?>(var failure, _, _)
                ? Stream.of(new RdnsFacts.Silent(name, failure))
                : Stream.of();
    }

    /// Sending addresses first. Addresses that cannot be reached are another check's concern.
    private static List<Address> addresses(Target target, Dns dns) {
        var mx = new LinkedHashMap<InetAddress, List<DnsName>>();
        if (target.profile().receives()) {
            hosts(target, dns)
                    .forEach(host ->
                            addresses(host, dns)
                                    .forEach(address ->
                                            mx.computeIfAbsent(address, _ -> new ArrayList<>())
                                                    .add(host)));
        }
        var sending =
                target.hosts().stream()
                        .distinct()
                        .map(a -> new Address(a, true, mx.getOrDefault(a, List.of())));
        return Stream.concat(sending, receiving(target, mx))
                .filter(address -> SpecialPurpose.of(address.address()).isEmpty())
                .limit(MAX_ADDRESSES)
                .toList();
    }

    private static Stream<Address> receiving(Target target, Map<InetAddress, List<DnsName>> mx) {
        return mx.entrySet().stream()
                .filter(entry -> !target.hosts().contains(entry.getKey()))
                .map(entry -> new Address(entry.getKey(), false, entry.getValue()));
    }

    private static List<DnsName> hosts(Target target, Dns dns) {
        return dns.mx(target.domain()).records().stream()
                .sorted(
                        java.util.Comparator.comparingInt(Rdata.Mx::preference)
                                .thenComparing(Rdata.Mx::host))
                .map(Rdata.Mx::host)
                .filter(host -> !host.isRoot())
                .distinct()
                .limit(MAX_MX)
                .toList();
    }

    private static List<InetAddress> addresses(DnsName host, Dns dns) {
        return Stream.concat(dns.a(host).records().stream(), dns.aaaa(host).records().stream())
                .toList();
    }

    private static RdnsFacts.Host host(Address address, boolean greeted, Outside outside) {
        var ptr = outside.dns().ptr(address.address());
        return new RdnsFacts.Host(
                address.address(),
                address.sends(),
                address.mx(),
                ptr,
                ptr.records().stream()
                        .sorted()
                        .limit(MAX_NAMES)
                        .map(name -> named(name, address.address(), outside.dns()))
                        .toList(),
                greeted ? greeting(address, outside) : new RdnsFacts.Greeting.Unheard());
    }

    private static RdnsFacts.Named named(DnsName name, InetAddress like, Dns dns) {
        Answer<InetAddress> addresses =
                like.getAddress().length == 4 ? dns.a(name) : dns.aaaa(name);
        return new RdnsFacts.Named(name, addresses);
    }

    private static RdnsFacts.Greeting greeting(Address address, Outside outside) {
        var answer = outside.smtp().greet(address.address(), address.mx().getFirst());
        if (!(answer instanceof SmtpAnswer.Spoke spoke) || !spoke.greeting().isPositive()) {
            return new RdnsFacts.Greeting.Unheard();
        }
        var said = address.sends() && spoke.ehlo().isPositive() ? spoke.ehlo() : spoke.greeting();
        var word = firstWord(said.lines());
        if (word.isEmpty()) {
            return new RdnsFacts.Greeting.Nameless();
        }
        var name = DnsName.of(word);
        return isHostName(name)
                ? name(name, address.address(), outside.dns())
                : new RdnsFacts.Greeting.Word(word);
    }

    private static RdnsFacts.Greeting name(DnsName name, InetAddress like, Dns dns) {
        boolean four = like.getAddress().length == 4;
        return new RdnsFacts.Greeting.Name(
                named(name, like, dns), four ? dns.aaaa(name) : dns.a(name));
    }

    private static String firstWord(List<String> lines) {
        return lines.isEmpty() ? "" : lines.getFirst().strip().split("[ \t]", 2)[0];
    }

    private static boolean isHostName(DnsName name) {
        return name.isWellFormed()
                && name.labels().size() > 1
                && IpText.parse(name.text()).isEmpty()
                && !LocalName.isLocal(name);
    }

    /// Each address with its names.
    static List<String> records(RdnsFacts facts) {
        return facts.hosts().stream()
                .map(host -> IpText.of(host.address()) + " PTR " + names(host.ptr()))
                .sorted()
                .toList();
    }

    private static String names(Answer<DnsName> ptr) {
        return String.join(" ", ptr.records().stream().sorted().map(DnsName::toString).toList());
    }
}
