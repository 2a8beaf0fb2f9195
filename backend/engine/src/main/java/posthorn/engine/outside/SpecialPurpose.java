package posthorn.engine.outside;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A range of addresses that cannot be reached from the Internet (RFC 6890 and the two IANA
/// registries of special-purpose addresses), or that belongs to no host: multicast.
///
/// The documentation ranges of RFC 5737 and RFC 3849 are left out on purpose: examples, tests and
/// the demo live there, and for them they are the Internet.
///
/// @param range in prefix notation
/// @param use its use, in the words of the registry
public record SpecialPurpose(String range, String use) {

    private static final List<SpecialPurpose> RANGES =
            List.of(
                    new SpecialPurpose("0.0.0.0/8", "This network"),
                    new SpecialPurpose("10.0.0.0/8", "Private-Use"),
                    new SpecialPurpose("100.64.0.0/10", "Shared Address Space"),
                    new SpecialPurpose("127.0.0.0/8", "Loopback"),
                    new SpecialPurpose("169.254.0.0/16", "Link Local"),
                    new SpecialPurpose("172.16.0.0/12", "Private-Use"),
                    new SpecialPurpose("192.0.0.0/24", "IETF Protocol Assignments"),
                    new SpecialPurpose("192.168.0.0/16", "Private-Use"),
                    new SpecialPurpose("198.18.0.0/15", "Benchmarking"),
                    new SpecialPurpose("224.0.0.0/4", "Multicast"),
                    new SpecialPurpose("240.0.0.0/4", "Reserved"),
                    new SpecialPurpose("::/128", "Unspecified Address"),
                    new SpecialPurpose("::1/128", "Loopback Address"),
                    new SpecialPurpose("::ffff:0:0/96", "IPv4-mapped Address"),
                    new SpecialPurpose("64:ff9b:1::/48", "IPv4-IPv6 Translation"),
                    new SpecialPurpose("100::/64", "Discard-Only Address Block"),
                    new SpecialPurpose("100:0:0:1::/64", "Dummy IPv6 Prefix"),
                    new SpecialPurpose("2001::/32", "Teredo"),
                    new SpecialPurpose("2001:2::/48", "Benchmarking"),
                    new SpecialPurpose("2001:10::/28", "Deprecated (ORCHID)"),
                    new SpecialPurpose("2001:20::/28", "ORCHIDv2"),
                    new SpecialPurpose("5f00::/16", "Segment Routing (SRv6) SIDs"),
                    new SpecialPurpose("fc00::/7", "Unique-Local"),
                    new SpecialPurpose("fe80::/10", "Link-Local Unicast"),
                    new SpecialPurpose("fec0::/10", "Site-Local (deprecated)"),
                    new SpecialPurpose("ff00::/8", "Multicast"));

    /// The range the address lies in, if it cannot be reached from the Internet.
    public static Optional<SpecialPurpose> of(InetAddress address) {
        return RANGES.stream().filter(range -> range.holds(address)).findFirst();
    }

    /// Those of the addresses that can be reached from the Internet.
    public static Stream<InetAddress> without(Stream<InetAddress> addresses) {
        return addresses.filter(address -> of(address).isEmpty());
    }

    boolean holds(InetAddress address) {
        var parts = range.split("/", 2);
        var base = IpText.parse(parts[0]).orElseThrow().getAddress();
        var bytes = address.getAddress();
        int length = Integer.parseInt(parts[1]);
        return base.length == bytes.length && startTheSame(base, bytes, length);
    }

    private static boolean startTheSame(byte[] one, byte[] other, int bits) {
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % 8;
            if ((one[i / 8] & mask) != (other[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
