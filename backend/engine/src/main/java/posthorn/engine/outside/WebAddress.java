package posthorn.engine.outside;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// An address of the web that may be asked: https, one of two ports, a host with a name, nobody's
/// password.
///
/// @param path with its query
record WebAddress(DnsName host, int port, String path) {

    private static final Set<Integer> PORTS = Set.of(443, 8443);
    private static final int LONGEST_PATH = 2048;

    static Optional<WebAddress> of(URI address) {
        var host = Optional.ofNullable(address.getHost()).map(DnsName::of);
        int port = address.getPort() < 0 ? 443 : address.getPort();
        boolean fine =
                "https".equalsIgnoreCase(address.getScheme())
                        && address.getRawUserInfo() == null
                        && PORTS.contains(port)
                        && host.filter(WebAddress::isName).isPresent();
        return fine
                ? Optional.of(new WebAddress(host.get(), port, path(address)))
                        .filter(WebAddress::hasPlainPath)
                : Optional.empty();
    }

    /// No address in disguise: `127.1`, `2130706433` and `0x7f.1` are numbers to many libraries.
    private static boolean isName(DnsName host) {
        var labels = host.labels();
        return host.isWellFormed()
                && labels.size() > 1
                && labels.getLast().charAt(0) > '9'
                && labels.getLast().charAt(0) != '_';
    }

    private static String path(URI address) {
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private boolean hasPlainPath() {
        return path.length() <= LONGEST_PATH && path.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /// The host as the header field Host names it (RFC 9110 §7.2).
    String authority() {
        return port == 443 ? host.text() : host.text() + ":" + port;
    }
}
