package posthorn.engine.bulk;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;

/// The names of a sending address, and whether one of them leads back to it (RFC 8601 §3, `iprev`).
///
/// @param confirmed empty where an answer is missing that would decide
public record Reverse(InetAddress address, List<DnsName> names, Optional<Boolean> confirmed) {

    private static final int MAX_NAMES = 5;

    public Reverse {
        names = List.copyOf(names);
    }

    static Reverse of(InetAddress address, Dns dns) {
        var answer = dns.ptr(address);
        if (answer.isFailed()) {
            return new Reverse(address, List.of(), Optional.empty());
        }
        var names = answer.records().stream().sorted().limit(MAX_NAMES).toList();
        boolean silent = false;
        for (var name : names) {
            var forward = address instanceof Inet4Address ? dns.a(name) : dns.aaaa(name);
            if (forward.records().contains(address)) {
                return new Reverse(address, names, Optional.of(true));
            }
            silent |= forward.isFailed();
        }
        return new Reverse(address, names, silent ? Optional.empty() : Optional.of(false));
    }
}
