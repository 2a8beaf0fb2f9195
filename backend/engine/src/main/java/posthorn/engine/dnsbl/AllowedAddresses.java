package posthorn.engine.dnsbl;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Rdata;
import posthorn.engine.psl.PublicSuffixes;
import posthorn.engine.spf.Mechanism;
import posthorn.engine.spf.Qualifier;
import posthorn.engine.spf.SpfParser;
import posthorn.engine.spf.SpfRecord;
import posthorn.engine.spf.Term;

/// The single addresses that a domain's own SPF record lets send: `ip4` and `ip6` without a range,
/// and `a` of hosts of its own. What it includes belongs to others, and a range is nobody's
/// address.
///
/// @param addresses in the order of the record, at most ten
/// @param silent names about which the DNS said nothing
record AllowedAddresses(List<InetAddress> addresses, List<DnsName> silent) {

    private static final int MOST = 10;
    private static final int WHOLE_IP4 = 32;
    private static final int WHOLE_IP6 = 128;

    AllowedAddresses {
        addresses = List.copyOf(addresses);
        silent = List.copyOf(silent);
    }

    static AllowedAddresses of(DnsName domain, Dns dns) {
        var answer = dns.txt(domain);
        if (answer.isFailed()) {
            return new AllowedAddresses(List.of(), List.of(domain));
        }
        var records =
                answer.records().stream().map(Rdata.Text::joined).filter(SpfRecord::isSpf).toList();
        return records.size() == 1
                ? of(SpfParser.read(records.getFirst()), domain, dns)
                : new AllowedAddresses(List.of(), List.of());
    }

    private static AllowedAddresses of(SpfRecord record, DnsName domain, Dns dns) {
        var silent = new ArrayList<DnsName>();
        var addresses = new ArrayList<InetAddress>();
        var mechanisms =
                record.reachable().stream()
                        .filter(directive -> directive.qualifier() == Qualifier.PASS)
                        .map(Term.Directive::mechanism)
                        .filter(mechanism -> isSingle(mechanism, domain))
                        .limit(MOST)
                        .toList();
        for (var found : Parallel.map(mechanisms, MOST, m -> found(m, domain, dns))) {
            addresses.addAll(found.addresses());
            silent.addAll(found.silent());
        }
        return new AllowedAddresses(
                addresses.stream().distinct().limit(MOST).toList(),
                silent.stream().distinct().toList());
    }

    private static boolean isSingle(Mechanism mechanism, DnsName domain) {
        return switch (mechanism) {
            case Mechanism.Ip(var network) ->
                    network.prefix() == (network.isFour() ? WHOLE_IP4 : WHOLE_IP6);
            case Mechanism.A a -> isOwn(a, domain);
            case Mechanism.All _,
                    Mechanism.Include _,
                    Mechanism.Mx _,
                    Mechanism.Ptr _,
                    Mechanism.Exists _ ->
                    false;
        };
    }

    private static boolean isOwn(Mechanism.A a, DnsName domain) {
        var suffixes = PublicSuffixes.builtIn();
        var host = host(a, domain);
        return host.isWellFormed()
                && suffixes.organizationalDomain(host)
                        .equals(suffixes.organizationalDomain(domain));
    }

    /// The name of the mechanism; one with macros is nobody's.
    private static DnsName host(Mechanism.A a, DnsName domain) {
        if (a.target().source().isEmpty()) {
            return domain;
        }
        return a.target().letters().isEmpty() ? DnsName.of(a.target().source()) : DnsName.of(".");
    }

    private static AllowedAddresses found(Mechanism mechanism, DnsName domain, Dns dns) {
        return switch (mechanism) {
            case Mechanism.Ip(var network) ->
                    new AllowedAddresses(List.of(network.address()), List.of());
            case Mechanism.A a -> found(a, host(a, domain), dns);
            case Mechanism.All _,
                    Mechanism.Include _,
                    Mechanism.Mx _,
                    Mechanism.Ptr _,
                    Mechanism.Exists _ ->
                    new AllowedAddresses(List.of(), List.of());
        };
    }

    private static AllowedAddresses found(Mechanism.A a, DnsName host, Dns dns) {
        var answers = new ArrayList<Answer<InetAddress>>();
        if (a.prefix4() == WHOLE_IP4) {
            answers.add(dns.a(host));
        }
        if (a.prefix6() == WHOLE_IP6) {
            answers.add(dns.aaaa(host));
        }
        var silent = answers.stream().anyMatch(Answer::isFailed);
        return new AllowedAddresses(
                answers.stream().flatMap(AllowedAddresses::sorted).toList(),
                silent ? List.of(host) : List.of());
    }

    /// The order of an answer means nothing, so it must not decide who is left out.
    private static Stream<InetAddress> sorted(Answer<InetAddress> answer) {
        return answer.records().stream().sorted(DnsblProbe.BY_TEXT);
    }
}
