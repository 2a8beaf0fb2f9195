package posthorn.engine.dns;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.IpText;

/// More than one server, in more than one network (RFC 2182 §3). One address may be many servers
/// (anycast), so that only a name that is alone with one address is more than a notice.
final class Redundancy implements Rule<DnsFacts> {

    private static final int NETWORK_OF_FOUR = 3;
    private static final int NETWORK_OF_SIX = 6;

    @Override
    public List<Finding> judge(DnsFacts facts) {
        return facts.cut()
                .filter(cut -> cut.speaking().findAny().isPresent())
                .filter(cut -> cut.servers().stream().noneMatch(Redundancy::isOpen))
                .map(Redundancy::judge)
                .orElse(List.of());
    }

    private static boolean isOpen(NameServer server) {
        return server.a().isFailed() || server.aaaa().isFailed();
    }

    private static List<Finding> judge(ZoneFacts.Cut cut) {
        var servers = cut.servers().stream().filter(server -> !server.isWithoutAddress()).toList();
        var addresses =
                servers.stream().flatMap(server -> server.addresses().stream()).distinct().toList();
        if (servers.size() == 1 || addresses.size() == 1) {
            var severity = servers.size() == 1 && isOneHost(addresses) ? WARNING : NOTICE;
            return List.of(
                    Finding.of(severity, "dns.ns-single", cut.apex())
                            .with("servers", servers.stream().map(NameServer::name).toList())
                            .with("addresses", addresses));
        }
        return isOneNetwork(addresses)
                ? List.of(
                        notice("dns.ns-one-network", cut.apex())
                                .with("servers", servers.stream().map(NameServer::name).toList())
                                .with("addresses", addresses))
                : List.of();
    }

    /// One address, or one of each kind: a host with both.
    private static boolean isOneHost(List<InetAddress> addresses) {
        long four = addresses.stream().filter(Inet4Address.class::isInstance).count();
        return four <= 1 && addresses.size() - four <= 1;
    }

    private static boolean isOneNetwork(List<InetAddress> addresses) {
        return count(addresses, true) <= 1 && count(addresses, false) <= 1;
    }

    private static long count(List<InetAddress> addresses, boolean four) {
        return addresses.stream()
                .filter(address -> address instanceof Inet4Address == four)
                .map(Redundancy::network)
                .distinct()
                .count();
    }

    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        int kept = address instanceof Inet4Address ? NETWORK_OF_FOUR : NETWORK_OF_SIX;
        Arrays.fill(bytes, kept, bytes.length, (byte) 0);
        return IpText.of(IpText.address(bytes));
    }
}
