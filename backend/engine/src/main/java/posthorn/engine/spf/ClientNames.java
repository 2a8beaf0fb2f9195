package posthorn.engine.spf;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;

/// The names of the client's address, each believed only if it leads back to the address (RFC 7208
/// §5.5).
final class ClientNames {

    private static final int MAX_NAMES = 10;

    private final Dns dns;
    private final InetAddress ip;
    private final Map<DnsName, Boolean> validated = new HashMap<>();
    private Optional<Answer<DnsName>> answer = Optional.empty();

    ClientNames(Dns dns, InetAddress ip) {
        this.dns = dns;
        this.ip = ip;
    }

    /// What the DNS says about the address; asked once.
    Answer<DnsName> answer() {
        if (answer.isEmpty()) {
            answer = Optional.of(dns.ptr(ip));
        }
        return answer.get();
    }

    /// The believed names that are `domain` or below it, among the first ten.
    Stream<DnsName> validatedWithin(DnsName domain) {
        return names().stream().filter(name -> name.isWithin(domain)).filter(this::leadsBack);
    }

    /// The value of the macro `p`: the domain itself if it is a believed name, else one below it,
    /// else any (RFC 7208 §7.3).
    String best(DnsName domain) {
        return Stream.of(
                        names().stream().filter(domain::equals),
                        names().stream().filter(name -> name.isWithin(domain)),
                        names().stream())
                .flatMap(names -> names)
                .filter(this::leadsBack)
                .findFirst()
                .map(DnsName::text)
                .orElse("unknown");
    }

    private List<DnsName> names() {
        return answer().records().stream().limit(MAX_NAMES).toList();
    }

    private boolean leadsBack(DnsName name) {
        return validated.computeIfAbsent(
                name,
                asked -> {
                    var back = ip instanceof Inet6Address ? dns.aaaa(asked) : dns.a(asked);
                    return back.records().contains(ip);
                });
    }
}
