package posthorn.engine.outside;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where connections to servers that others name may go: to the Internet, or, where a world is made
/// up, to its listeners and nowhere else.
public interface Routes {

    /// The socket address to connect to in order to reach this port of this address; empty if no
    /// connection may go there.
    Optional<InetSocketAddress> to(InetAddress address, int port);

    /// To every address that can belong to a host on the Internet. Special-purpose addresses are
    /// none, documentation addresses neither, and an IPv6 address that stands for an IPv4 address
    /// is judged by that one.
    static Routes internet() {
        return (address, port) ->
                Internet.holds(address)
                        ? Optional.of(new InetSocketAddress(address, port))
                        : Optional.empty();
    }

    /// Whether an address without a way is one of those kept for examples. Nobody can be there, and
    /// nobody is kept from it: it is silent, not forbidden.
    static boolean isExample(InetAddress address) {
        return Internet.isDocumentation(address);
    }

    /// To the given stand-ins only: for tests and the demo, whose addresses nobody has.
    static Routes only(Map<InetSocketAddress, InetSocketAddress> standIns) {
        var known = Map.copyOf(standIns);
        return (address, port) ->
                Optional.ofNullable(known.get(new InetSocketAddress(address, port)));
    }

    /// What belongs to the Internet.
    final class Internet {

        private static final List<SpecialPurpose> DOCUMENTATION =
                List.of(
                        new SpecialPurpose("192.0.2.0/24", "Documentation (TEST-NET-1)"),
                        new SpecialPurpose("198.51.100.0/24", "Documentation (TEST-NET-2)"),
                        new SpecialPurpose("203.0.113.0/24", "Documentation (TEST-NET-3)"),
                        new SpecialPurpose("2001:db8::/32", "Documentation"),
                        new SpecialPurpose("3fff::/20", "Documentation"));

        /// Addresses that hold an IPv4 address, and where: translated (RFC 6052 §2.1), 6to4 (RFC
        /// 3056 §2), and the old compatible form (RFC 4291 §2.5.5.1).
        private record Holder(SpecialPurpose range, int at) {

            Holder(String range, int at) {
                this(new SpecialPurpose(range, "IPv4 inside"), at);
            }
        }

        private static final List<Holder> HOLDERS =
                List.of(
                        new Holder("64:ff9b::/96", 12),
                        new Holder("2002::/16", 2),
                        new Holder("::/96", 12));

        private Internet() {}

        static boolean holds(InetAddress address) {
            return SpecialPurpose.of(address).isEmpty()
                    && !isDocumentation(address)
                    && HOLDERS.stream()
                            .filter(holder -> holder.range().holds(address))
                            .allMatch(holder -> holds(inside(address, holder.at())));
        }

        static boolean isDocumentation(InetAddress address) {
            return DOCUMENTATION.stream().anyMatch(range -> range.holds(address));
        }

        private static InetAddress inside(InetAddress address, int at) {
            return IpText.address(Arrays.copyOfRange(address.getAddress(), at, at + 4));
        }
    }
}
