package posthorn.engine.spf;

import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import posthorn.engine.check.Finding;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.spf.SpfFacts.Published;

/// A record in which `a` and `mx` of the domain's own hosts are written as their addresses, which
/// need no look-up (RFC 7208 §4.6.4), and no term stands twice. Addresses of others change without
/// notice; they stay names.
final class OwnAddresses {

    private static final int WHOLE_4 = 32;
    private static final int WHOLE_6 = 128;

    private OwnAddresses() {}

    /// The finding, to be cured by this record if it then needs no more look-ups than `limit`.
    static Finding inlined(Finding finding, Published facts, int limit) {
        var record = facts.record();
        boolean readable = record.isValid() && record.redirect().isEmpty();
        var nodes = facts.expansion().nodes();
        var words = new LinkedHashSet<String>();
        int lookups = 0;
        for (var node : nodes) {
            var written = written(node, facts.domain());
            if (words.addAll(written) && written.contains(node.term().text())) {
                lookups += node.lookups();
            }
        }
        return readable && lookups <= limit
                ? facts.replacing(finding, SpfRecord.VERSION + " " + String.join(" ", words))
                : finding;
    }

    private static Set<String> written(Node node, DnsName domain) {
        return node.term() instanceof Term.Directive directive && isOwn(node, directive, domain)
                ? addresses(node.addresses(), directive.qualifier())
                : Set.of(node.term().text());
    }

    private static boolean isOwn(Node node, Term.Directive directive, DnsName domain) {
        return switch (directive.mechanism()) {
            case Mechanism.A(_, int four, int six) ->
                    isWhole(four, six)
                            && node.outcome() instanceof Node.Outcome.Addresses
                            && DnsName.of(node.target()).isWithin(domain);
            case Mechanism.Mx(_, int four, int six) ->
                    isWhole(four, six)
                            && node.outcome() instanceof Node.Outcome.MailHosts(var hosts, _)
                            && areWithin(hosts, domain);
            case Mechanism.All _,
                    Mechanism.Include _,
                    Mechanism.Ptr _,
                    Mechanism.Ip _,
                    Mechanism.Exists _ ->
                    false;
        };
    }

    private static boolean areWithin(List<DnsName> hosts, DnsName domain) {
        return hosts.stream().allMatch(host -> host.isWithin(domain));
    }

    private static boolean isWhole(int four, int six) {
        return four == WHOLE_4 && six == WHOLE_6;
    }

    private static Set<String> addresses(List<InetAddress> addresses, Qualifier qualifier) {
        var sign = qualifier == Qualifier.PASS ? "" : String.valueOf(qualifier.sign());
        return addresses.stream()
                .map(IpText::of)
                .map(ip -> sign + (ip.indexOf(':') < 0 ? "ip4:" : "ip6:") + ip)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
