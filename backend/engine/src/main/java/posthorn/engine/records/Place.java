package posthorn.engine.records;

import java.net.InetAddress;
import posthorn.engine.outside.DnsName;

/// Somebody who is asked for records.
public sealed interface Place {

    /// A resolver.
    ///
    /// @param name what to call it, such as its address
    record Resolver(String name) implements Place {}

    /// A name server of the zone.
    record NameServer(DnsName name, InetAddress address) implements Place {}
}
