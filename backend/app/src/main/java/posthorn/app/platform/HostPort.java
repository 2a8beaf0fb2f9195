package posthorn.app.platform;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// A host and a port, as in `192.0.2.1`, `[2001:db8::1]:53` or `resolver.example.org:5353`.
record HostPort(String host, int port) {

    private static final String COLONS = "[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*";
    private static final Pattern BARE_IPV6 = Pattern.compile(COLONS);
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:\\[(" + COLONS + ")]|([A-Za-z0-9][A-Za-z0-9.-]*))(?::([0-9]{1,5}))?");

    /// Reads the text, or says which setting is wrong.
    static HostPort parse(String setting, String text, int usualPort) {
        return read(text, usualPort)
                .filter(read -> read.port > 0 && read.port <= 65_535)
                .orElseThrow(() -> new InvalidSetting(setting, text, "is no host or host:port"));
    }

    private static Optional<HostPort> read(String text, int usualPort) {
        if (BARE_IPV6.matcher(text).matches()) {
            return Optional.of(new HostPort(text, usualPort));
        }
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var host = form.group(1) == null ? form.group(2) : form.group(1);
        var port = form.group(3) == null ? usualPort : Integer.parseInt(form.group(3));
        return Optional.of(new HostPort(host, port));
    }

    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }
}
