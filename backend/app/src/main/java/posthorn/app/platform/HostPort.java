package posthorn.app.platform;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;

/// A host and a port, as in `192.0.2.1`, `[2001:db8::1]:53` or `resolver.example.org:5353`.
record HostPort(String host, int port) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,253})");
    private static final Pattern IPV6 =
            Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /// Reads the text, or says which setting is wrong.
    static HostPort parse(String setting, String text, int usualPort) {
        if (IPV6.matcher(text).matches()) {
            return new HostPort(text, usualPort);
        }
        var end = text.startsWith("[") ? text.indexOf(']') + 1 : text.lastIndexOf(':');
        var host = end > 0 ? text.substring(0, end) : text;
        var port = end > 0 ? text.substring(end) : "";
        var parsed = port.isEmpty() ? usualPort : port(port);
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        var shape = host.startsWith("[") ? IPV6 : NAME;
        if (parsed < 1 || !shape.matcher(bare).matches()) {
            throw new InvalidSetting(setting, text, "is no host or host:port");
        }
        return new HostPort(bare, parsed);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }

    private static int port(String text) {
        if (!text.matches(":[0-9]{1,5}")) {
            return -1;
        }
        var port = Integer.parseInt(text.substring(1));
        return port <= 65_535 ? port : -1;
    }
}
