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

    /// The name may be another than that of the question, at the end of its aliases.
    Reply of(InetSocketAddress server, Name name, Question question, WireQuery.To to) {
        return of(server, Transport.UDP, name, question, to);
    }

    Reply of(
            InetSocketAddress server,
            Transport transport,
            Name name,
            Question question,
            WireQuery.To to) {
        var exchange = new Exchange(server, patience);
        var reply = exchange.of(query(name, question, true, to), transport);
        boolean again =
                reply instanceof Reply.Said(var message) && isAfraidOfEdns(message.getRcode());
        return again ? exchange.of(query(name, question, false, to), transport) : reply;
    }

    private WireQuery query(Name name, Question question, boolean edns, WireQuery.To to) {
        int id = random.nextInt(1 << 16);
        return new WireQuery(id, name, question.type(), question.signed(), edns, to);
    }

    /// RFC 6891 §7: servers that know no EDNS answer with an error.
    private static boolean isAfraidOfEdns(int rcode) {
        return rcode == Rcode.FORMERR || rcode == Rcode.NOTIMP;
    }
}
