package posthorn.engine.outside;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;

/// One question to one server, in two exchanges where the server knows no EDNS.
final class Inquiry {

    private final Duration patience;
    private final SecureRandom random = new SecureRandom();

    /// Waits `patience` for each answer.
    Inquiry(Duration patience) {
        this.patience = patience;
    }

    Reply of(InetSocketAddress server, Name name, RecordType type, WireQuery.To to) {
        var exchange = new Exchange(server, patience);
        var reply = exchange.of(query(name, type, true, to));
        boolean again =
                reply instanceof Reply.Said(var message) && isAfraidOfEdns(message.getRcode());
        return again ? exchange.of(query(name, type, false, to)) : reply;
    }

    private WireQuery query(Name name, RecordType type, boolean edns, WireQuery.To to) {
        return new WireQuery(random.nextInt(1 << 16), name, type, edns, to);
    }

    /// RFC 6891 §7: servers that know no EDNS answer with an error.
    private static boolean isAfraidOfEdns(int rcode) {
        return rcode == Rcode.FORMERR || rcode == Rcode.NOTIMP;
    }
}
