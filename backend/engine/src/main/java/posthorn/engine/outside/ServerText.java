package posthorn.engine.outside;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// DNS servers as text: `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53`, `[2001:db8::53]:5353`,
/// `resolver.example.org:53`.
public final class ServerText {

    private static final int PORT = 53;
    private static final Pattern HOST_PORT =
            Pattern.compile("(?<host>[^:\\[\\]\\s]{1,253})(:(?<port>[0-9]{1,5}))?");
    private static final Pattern BRACKETS =
            Pattern.compile("\\[(?<host>[0-9A-Fa-f:.]{2,45})](:(?<port>[0-9]{1,5}))?");

    private ServerText() {}

    /// The server, without the port when it is the usual one.
    public static String of(InetSocketAddress server) {
        var address = server.getAddress();
        var host = address == null ? server.getHostString() : IpText.of(address);
        if (server.getPort() == PORT) {
            return host;
        }
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + server.getPort();
    }

    /// The server written as `text`, or empty when it is none. A host name is looked up with the
    /// machine's own means; the address is unresolved when that fails.
    public static Optional<InetSocketAddress> parse(String text) {
        var bare = IpText.parse(text);
        if (bare.isPresent()) {
            return Optional.of(new InetSocketAddress(bare.get(), PORT));
        }
        var brackets = BRACKETS.matcher(text);
        if (brackets.matches()) {
            return IpText.six(brackets.group("host"))
                    .flatMap(six ->
                            port(brackets.group("port"))
                                    .map(port -> new InetSocketAddress(six, port)));
        }
        var plain = HOST_PORT.matcher(text);
        return plain.matches()
                ? port(plain.group("port")).flatMap(port -> host(plain.group("host"), port))
                : Optional.empty();
    }

    private static Optional<InetSocketAddress> host(String host, int port) {
        var four = IpText.four(host);
        if (four.isPresent()) {
            return Optional.of(new InetSocketAddress(four.get(), port));
        }
        boolean numeric = host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        return numeric
                ? Optional.empty()
                : DnsName.fromPerson(host).map(name -> new InetSocketAddress(name.text(), port));
    }

    private static Optional<Integer> port(@org.jspecify.annotations.Nullable String digits) {
        int port = digits == null ? PORT : Integer.parseInt(digits);
        return port >= 1 && port <= 65_535 ? Optional.of(port) : Optional.empty();
    }
}
