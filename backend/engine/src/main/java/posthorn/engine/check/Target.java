package posthorn.engine.check;

import java.net.InetAddress;
import java.util.List;
import posthorn.engine.outside.DnsName;

/// What is to be checked: a domain, what it is used for, its known selectors, and the addresses its
/// mail is sent from.
///
/// @param past what is known of its selectors from before, if anything
public record Target(
        DnsName domain,
        Profile profile,
        List<KnownSelector> selectors,
        List<InetAddress> hosts,
        List<SelectorPast> past) {

    public Target {
        selectors = List.copyOf(selectors);
        hosts = List.copyOf(hosts);
        past = List.copyOf(past);
    }

    /// A domain of whose past nothing is known.
    public Target(
            DnsName domain,
            Profile profile,
            List<KnownSelector> selectors,
            List<InetAddress> hosts) {
        this(domain, profile, selectors, hosts, List.of());
    }

    /// A domain that sends and receives, about which nothing else is known.
    public static Target of(DnsName domain) {
        return new Target(domain, Profile.SENDS_AND_RECEIVES, List.of(), List.of());
    }
}
