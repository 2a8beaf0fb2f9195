package posthorn.engine.outside;

import java.net.InetSocketAddress;
import java.util.List;
import org.xbill.DNS.ResolverConfig;

/// The resolvers this machine is set up with.
public final class SystemResolvers {

    private SystemResolvers() {}

    /// Their addresses in the machine's order; the loopback address when none is set.
    public static List<InetSocketAddress> addresses() {
        return List.copyOf(ResolverConfig.getCurrentConfig().servers());
    }
}
