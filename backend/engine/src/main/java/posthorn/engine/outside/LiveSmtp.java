package posthorn.engine.outside;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import posthorn.engine.outside.SmtpAnswer.Unreached;
import posthorn.engine.outside.SmtpAnswer.Why;

/// Mail servers as they are, asked now. Five seconds to connect, thirty in all.
public final class LiveSmtp implements Smtp {

    /// The port of mail servers.
    public static final int PORT = 25;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration TOTAL = Duration.ofSeconds(30);

    private final Routes routes;
    private final Tls tls;
    private final String name;
    private final Duration connect;
    private final Duration total;

    /// Introduces itself as `name`, which should be the name of the address that others see (RFC
    /// 5321 §4.1.4); with the address itself if it is empty.
    public LiveSmtp(Routes routes, Roots roots, String name) {
        this(routes, roots, name, CONNECT, TOTAL);
    }

    LiveSmtp(Routes routes, Roots roots, String name, Duration connect, Duration total) {
        this.routes = routes;
        this.tls = Tls.opportunistic(roots);
        this.name = name;
        this.connect = connect;
        this.total = total;
    }

    @Override
    public SmtpAnswer greet(InetAddress address, DnsName host) {
        var to = routes.to(address, PORT);
        if (to.isEmpty()) {
            return new Unreached(Routes.isExample(address) ? Why.NETWORK : Why.FORBIDDEN);
        }
        try (var connection = Connection.open(to.get(), connect, Deadline.in(total))) {
            return new SmtpVisit(connection, tls, host.text(), name(connection)).make();
        } catch (IOException e) {
            return new Unreached(
                    switch (Connection.noWay(e)) {
                        case REFUSED -> Why.REFUSED;
                        case TIMEOUT -> Why.TIMEOUT;
                        case NETWORK -> Why.NETWORK;
                    });
        }
    }

    /// RFC 5321 §4.1.3: an address in brackets.
    private String name(Connection connection) {
        if (!name.isEmpty()) {
            return name;
        }
        var own = connection.localAddress();
        return "[" + (own instanceof Inet4Address ? "" : "IPv6:") + IpText.of(own) + "]";
    }
}
